import pytest
from marked import named
from steps import steps

from bangfu.loaders.news.posts.rollentries import entries_of, within

A, B, C, D = "青山中学", "天山中学", "白水中学", "黑水中学"
SIDES = {A: "east", B: "east", C: "west", D: "west"}


def side(body):
    return SIDES.get(body.name, "")


def read(text, rows=()):
    found = entries_of(
        text, (0, 0), len(text), named(text, school=[A, B, C, D]),
        named(text, person=["李明远", "王芳", "赵晓光"]), rows, side,
    )  # fmt: skip
    return [
        (
            e.person.name, [b.name for b in e.bodies],
            e.lead and e.lead.name, e.above and e.above.name,
        )
        for e in found
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"1.李明远，{A}，{C}\n", [("李明远", [A, C], None, None)]),
        (f"{A} 李明远 {C}\n", [("李明远", [C], A, None)]),
        (f"{A} {C} 李明远\n", [("李明远", [A, C], None, None)]),
        (f"李明远（{A}）、王芳（{B}）\n", [("李明远", [A], None, None), ("王芳", [B], None, None)]),
        (f"李明远，{A}；王芳，{B}\n", [("李明远", [A], None, None), ("王芳", [B], None, None)]),
        (f"{C}：李明远、王芳\n", [("李明远", [], C, None), ("王芳", [], C, None)]),
        (f"\n{C}\n李明远（{A}）\n", [("李明远", [A], None, C)]),
        (f"校长李明远在{A}讲话\n", []),
    ],
)
def test_the_bodies_around_a_name(text, expected):
    assert read(text) == expected


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (["李明远", A, C, "王芳", B, D], [([A, C], None), ([B, D], None)]),
        ([A, "李明远", C, B, "王芳", D], [([C], A), ([D], B)]),
        ([A, C, "李明远", B, D, "王芳"], [([A, C], None), ([B, D], None)]),
    ],
)
def test_cells_on_lines_of_their_own_in_any_order(cells, expected):
    found = read("名单\n" + "\n".join(cells) + "\n")
    assert [(bodies, lead) for _, bodies, lead, _ in found] == expected


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ([A, "李明远", C, "王芳", D, B, "赵晓光", C], [[A, C], [A, D], [B, C]]),
        ([A, "李明远", C, B, "王芳", A, "赵晓光", D], [[A, C], [B, C], [A, D]]),
        ([A, "李明远、王芳", C, B, "赵晓光", D], [[C], [C], [D]]),
    ],
)
def test_a_cell_that_stands_for_several_names(cells, expected):
    found = read("名单\n" + "\n".join(cells) + "\n")
    assert [bodies for _, bodies, *_ in found] == expected


def test_cells_of_which_nobody_can_tell_whose_they_are():
    assert read("名单\n" + "\n".join([A, C, "李明远", B, D, "王芳", A, C]) + "\n") == []


def test_rows_of_tables_are_left_out():
    text = f"李明远，{A}\n王芳，{B}\n"
    assert [who for who, *_ in read(text, rows={0})] == ["王芳"]


def test_spans_within():
    people = named("李明远、王芳", person=["李明远", "王芳"])
    assert [p.name for p in within(people, 1, 5)] == ["王芳"]
    assert within(people, 5, 9) == ()


def test_a_long_line_takes_steps_in_proportion():
    def work(times):
        text = f"李明远（{A}）、王芳（{B}）；" * times
        bodies, people = named(text, school=[A, B]), named(text, person=["李明远", "王芳"])
        return steps(lambda: list(entries_of(text, (0, 0), len(text), bodies, people, (), side)))

    assert work(400) < 6 * work(100)
