"""The store in the forms of other tools: ledgers, panels, networks.

Every writer takes a store that has passed the privacy gate and gives files as bytes: the same
store, the same bytes.
"""

from .forms import FORMS, form_of, made, written

__all__ = ["FORMS", "form_of", "made", "written"]
