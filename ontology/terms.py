"""Every term of the vocabulary as a plain string holding its full IRI.

A property is its local name in upper snake case (``bf:rawStart`` is ``RAW_START``); a class has
``A_`` before it, like Turtle's ``a`` (``bf:Person`` is ``A_PERSON``, ``bf:person`` ``PERSON``).
The terms under ``bf:`` are those of ``bangfu.ttl``, neither more nor fewer, by test.
"""

from __future__ import annotations

from typing import Final

BF: Final = "https://w3id.org/bangfu/ontology#"
ID: Final = "https://w3id.org/bangfu/id/"
CONCEPT: Final = "https://w3id.org/bangfu/concept/"

RDF: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS: Final = "http://www.w3.org/2000/01/rdf-schema#"
OWL: Final = "http://www.w3.org/2002/07/owl#"
XSD: Final = "http://www.w3.org/2001/XMLSchema#"
SKOS: Final = "http://www.w3.org/2004/02/skos/core#"
DCT: Final = "http://purl.org/dc/terms/"
PROV: Final = "http://www.w3.org/ns/prov#"
OA: Final = "http://www.w3.org/ns/oa#"
ORG: Final = "http://www.w3.org/ns/org#"
SCHEMA: Final = "https://schema.org/"
FOAF: Final = "http://xmlns.com/foaf/0.1/"
SH: Final = "http://www.w3.org/ns/shacl#"
TIME: Final = "http://www.w3.org/2006/time#"

PREFIXES: Final[dict[str, str]] = {
    "bf": BF,
    "dct": DCT,
    "foaf": FOAF,
    "oa": OA,
    "org": ORG,
    "owl": OWL,
    "prov": PROV,
    "rdf": RDF,
    "rdfs": RDFS,
    "schema": SCHEMA,
    "sh": SH,
    "skos": SKOS,
    "time": TIME,
    "xsd": XSD,
}

DERIVED_GRAPH: Final = "https://w3id.org/bangfu/graph/derived"
ONTOLOGY_GRAPH: Final = "https://w3id.org/bangfu/graph/ontology"
JUDGEMENTS_GRAPH: Final = "https://w3id.org/bangfu/graph/judgements"
DECISIONS_GRAPH: Final = "https://w3id.org/bangfu/graph/decisions"
"""On servers only: the files of people left out and of corrections, that others may mind them."""
CHANGES_GRAPH: Final = "https://w3id.org/bangfu/graph/changes"
"""On servers only, and only where somebody keeps a mirror: which sources were written to."""

# --- classes: things -------------------------------------------------------------------------

A_ENTITY: Final = BF + "Entity"
A_PARTY: Final = BF + "Party"
A_PLACE: Final = BF + "Place"
A_PROVINCE: Final = BF + "Province"
A_PREFECTURE: Final = BF + "Prefecture"
A_COUNTY: Final = BF + "County"
A_TOWNSHIP: Final = BF + "Township"
A_FUNCTIONAL_AREA: Final = BF + "FunctionalArea"
A_HELPER_REGION: Final = BF + "HelperRegion"
A_RECIPIENT_COUNTY: Final = BF + "RecipientCounty"
A_ORGANIZATION: Final = BF + "Organization"
A_SCHOOL: Final = BF + "School"
A_INSTITUTION: Final = BF + "Institution"
A_PERSON: Final = BF + "Person"
A_GROUP: Final = BF + "Group"
A_PROGRAMME: Final = BF + "Programme"
A_BATCH: Final = BF + "Batch"

# --- classes: facts --------------------------------------------------------------------------

A_FACT: Final = BF + "Fact"
A_ASSISTANCE: Final = BF + "Assistance"
A_GROUP_ASSISTANCE: Final = BF + "GroupAssistance"
A_POSTING: Final = BF + "Posting"
A_SECONDMENT: Final = BF + "Secondment"
A_EVENT: Final = BF + "Event"
A_OBSERVATION: Final = BF + "Observation"
A_PARTICIPATION: Final = BF + "Participation"
A_TARGET: Final = BF + "Target"
A_FORMER_NAME: Final = BF + "FormerName"

# --- classes: lists --------------------------------------------------------------------------

A_TARGET_LIST: Final = BF + "TargetList"
A_TARGET_SLOT: Final = BF + "TargetSlot"

# --- classes: where it comes from ------------------------------------------------------------

A_SOURCE: Final = BF + "Source"
A_EVIDENCE: Final = BF + "Evidence"
A_NOTE: Final = BF + "Note"
A_JUDGEMENT: Final = BF + "Judgement"
A_TOMBSTONE: Final = BF + "Tombstone"
A_CORRECTION: Final = BF + "Correction"

# --- properties of things --------------------------------------------------------------------

ADCODE: Final = BF + "adcode"
CORE_NAME: Final = BF + "coreName"
PART_OF: Final = BF + "partOf"
LOCATED_IN: Final = BF + "locatedIn"
PART_OF_ORGANIZATION: Final = BF + "partOfOrganization"
STAGE: Final = BF + "stage"
INSTITUTION_KIND: Final = BF + "institutionKind"
TIER: Final = BF + "tier"
ORDINAL: Final = BF + "ordinal"
MEMBER: Final = BF + "member"
MEMBER_COUNT: Final = BF + "memberCount"
MEMBER_UNIT: Final = BF + "memberUnit"

# --- properties of facts ---------------------------------------------------------------------

HELPER: Final = BF + "helper"
RECIPIENT: Final = BF + "recipient"
MODALITY: Final = BF + "modality"
PROGRAMME: Final = BF + "programme"
BATCH: Final = BF + "batch"
STATUS: Final = BF + "status"
MATCHING: Final = BF + "matching"
SINCE: Final = BF + "since"
UNTIL: Final = BF + "until"
PERSON: Final = BF + "person"
ORGANIZATION: Final = BF + "organization"
TITLE: Final = BF + "title"
RANK: Final = BF + "rank"
SUBJECT: Final = BF + "subject"
FROM: Final = BF + "from"
TO: Final = BF + "to"
EVENT_KIND: Final = BF + "eventKind"
VENUE: Final = BF + "venue"
PARTICIPATION: Final = BF + "participation"
PARTICIPANT: Final = BF + "participant"
ROLE: Final = BF + "role"
ABOUT: Final = BF + "about"
VALUE: Final = BF + "value"
GOODS: Final = BF + "goods"
MIN_VALUE: Final = BF + "minValue"
MAX_VALUE: Final = BF + "maxValue"
UNIT: Final = BF + "unit"
MEASURE: Final = BF + "measure"
AS_OF: Final = BF + "asOf"

# --- properties of sources, evidence, notes and judgements -----------------------------------

EVIDENCE: Final = BF + "evidence"
SOURCE: Final = BF + "source"
QUOTE: Final = BF + "quote"
START: Final = BF + "start"
END: Final = BF + "end"
RAW_START: Final = BF + "rawStart"
RAW_END: Final = BF + "rawEnd"
METHOD: Final = BF + "method"
CONFIDENCE: Final = BF + "confidence"
STANCE: Final = BF + "stance"
SHA256: Final = BF + "sha256"
SOURCE_CLASS: Final = BF + "sourceClass"
CLEAN_TEXT: Final = BF + "cleanText"
OF_SOURCE: Final = BF + "ofSource"
NOTE_KIND: Final = BF + "noteKind"
REASON: Final = BF + "reason"
DECISION: Final = BF + "decision"
CONCERNS: Final = BF + "concerns"
WITHHELD: Final = BF + "withheld"
CORRECTS: Final = BF + "corrects"
WAS: Final = BF + "was"

# --- properties of lists ---------------------------------------------------------------------

TARGET: Final = BF + "target"
TARGET_PLACE: Final = BF + "targetPlace"
SLOT: Final = BF + "slot"
SLOT_COUNT: Final = BF + "slotCount"

# --- properties of former names --------------------------------------------------------------

OF_PLACE: Final = BF + "ofPlace"
FORMER_CODE: Final = BF + "formerCode"

# --- properties derived ----------------------------------------------------------------------

HELPS: Final = BF + "helps"
ARRANGED_TO_HELP: Final = BF + "arrangedToHelp"
CANONICAL: Final = BF + "canonical"
IDENTITY_KEY: Final = BF + "identityKey"
WITHIN: Final = BF + "within"
EARLIEST_START: Final = BF + "earliestStart"
LATEST_START: Final = BF + "latestStart"
EARLIEST_END: Final = BF + "earliestEnd"
LATEST_END: Final = BF + "latestEnd"
LAST_EVIDENCED: Final = BF + "lastEvidenced"
REPOST_OF: Final = BF + "repostOf"
TEXT_KEY: Final = BF + "textKey"
REPORT_COUNT: Final = BF + "reportCount"
REFERENCE_COUNT: Final = BF + "referenceCount"
UNDATED_COUNT: Final = BF + "undatedCount"
OLDEST_ISSUE: Final = BF + "oldestIssue"
NEWEST_ISSUE: Final = BF + "newestIssue"

# --- terms of others -------------------------------------------------------------------------

RDF_TYPE: Final = RDF + "type"
RDFS_LABEL: Final = RDFS + "label"
RDFS_SUB_CLASS_OF: Final = RDFS + "subClassOf"
SKOS_PREF_LABEL: Final = SKOS + "prefLabel"
SKOS_ALT_LABEL: Final = SKOS + "altLabel"
SKOS_HIDDEN_LABEL: Final = SKOS + "hiddenLabel"
SKOS_NOTATION: Final = SKOS + "notation"
SKOS_IN_SCHEME: Final = SKOS + "inScheme"
SKOS_DEFINITION: Final = SKOS + "definition"
DCT_TITLE: Final = DCT + "title"
DCT_ISSUED: Final = DCT + "issued"
DCT_PUBLISHER: Final = DCT + "publisher"
DCT_CREATOR: Final = DCT + "creator"
DCT_SOURCE: Final = DCT + "source"
DCT_RIGHTS: Final = DCT + "rights"
DCT_DATE: Final = DCT + "date"
PROV_WAS_ATTRIBUTED_TO: Final = PROV + "wasAttributedTo"
XSD_INTEGER: Final = XSD + "integer"
XSD_DECIMAL: Final = XSD + "decimal"
XSD_STRING: Final = XSD + "string"
XSD_BOOLEAN: Final = XSD + "boolean"
XSD_DATE: Final = XSD + "date"
XSD_G_YEAR_MONTH: Final = XSD + "gYearMonth"
XSD_G_YEAR: Final = XSD + "gYear"


def concept(scheme: str, code: str) -> str:
    """The IRI of the concept `code` in `scheme`.

    >>> concept("modality", "pairing")
    'https://w3id.org/bangfu/concept/modality/pairing'
    """
    return f"{CONCEPT}{scheme}/{code}"
