"""The tree of one officer: every element once, with its branches in words."""

from okin_lib.lessons.library import start
from okin_lib.page.tree import tree
from tests.page.markup import read
from tests.page.shown import ALL


def test_tree_shows_the_explicit_or_implicit_branch(case, record):
    root = read(tree(case, record, "douglas", ALL, "tree"))
    outer, inner = root.all("ul", **{"class": "any"})
    assert _named(inner) == [
        "Explicit sanction",
        "Implicit sanction",
        "Repeated failures that would have emboldened",
    ]
    assert [each.text for each in inner.all("strong")] == ["or", "and"]
    assert _named(outer) == [
        *_named(inner),
        "Conveyed to the wrongdoer",
        "Danger otherwise than by sanction",
    ]
    assert [each.text for each in outer.all("strong")] == ["or", "and", "and", "or"]


def _named(node):
    return [each.text for each in node.all("span", **{"class": "element"})]


def test_tree_has_every_element_once(case, elements, record):
    root = read(tree(case, record, "manion", ALL, "tree"))
    labels = [node.text for node in root.all("span", **{"class": "element"})]
    assert sorted(label.removeprefix("not: ") for label in labels) == sorted(
        element.label for element in elements
    )


def test_tree_is_the_officers_own(case, record):
    assert "state-not-stated" in tree(case, record, "odell", ALL, "tree")
    assert "state-not-stated" not in tree(case, record, "lug", ALL, "tree")


def test_what_the_opinion_leaves_undecided_is_not_told_as_something_to_find_out():
    board = start("10_whole_board").board
    opened = {"open": "every-element"}  # which unfolds the list
    answered = board.after({"toggle": "responded-each-time", "value": True}).after(opened)
    left = read(answered.regions()["list"]).text
    assert "Sanction conveyed: the opinion does not decide it" in left
    assert "Conduct that encourages the violence: the opinion does not decide it" in left
    assert "Sanction conveyed: not known" not in left
    nothing = board.after({"toggle": "nothing-reached-sears", "value": True}).after(opened)
    assert "Sanction conveyed: absent" in read(nothing.regions()["list"]).text


def test_a_point_that_is_undecided_is_never_itself_listed(case):
    (point,) = [factor for factor in case.doctrine.factors if factor.arises.undecided]
    for event in ({"suppose": "omissions-only"}, {"suppose": "football-off"}):
        board = start("10_whole_board").board.after(event).after({"open": "every-element"})
        assert not [html for html in board.regions().values() if point.label in html]
