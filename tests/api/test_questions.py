"""A newcomer's five questions, each answered in a cell or less."""

import okin_lib as okin

ADMISSION = ["sears-told-williams", "admission-chain"]


def test_for_whom_does_leaving_out_the_admission_change_anything():
    compared = okin.compare(okin.on_record, okin.suppose(without=ADMISSION))
    changed = {each.after.party for each in compared.changes}
    assert changed == {"douglas", "lug", "weber", "williams", "village"}


def test_which_single_facts_open_conveyed_to_the_wrongdoer_for_lug():
    turns_on = okin.pivotal("lug", "conveyed-to-wrongdoer")
    assert turns_on.but_for == ("sears-told-williams", "football-talk")
    for fact in turns_on.but_for:
        without = okin.analyze(without=[fact])
        assert without.finding("lug", "conveyed-to-wrongdoer").status == "open"


def test_in_which_year_does_the_answer_turn_on_each_reading():
    def answer(reading: str, year: int) -> str:
        found = okin.analyze(year=year, readings={"pena": reading})
        return found.finding("weber", "clearly-established").status

    years = range(1985, 2013)
    turns = {
        reading: [
            (year, answer(reading, year))
            for year in years
            if year == years[0] or answer(reading, year) != answer(reading, year - 1)
        ]
        for reading in okin.readings.pena.values
    }
    assert turns == {
        "narrow": [(1985, "no"), (1993, "open"), (1999, "yes")],
        "broad": [(1985, "no"), (2006, "yes")],
    }


def test_what_would_manion_need_to_be_in_the_case():
    (needed,) = okin.pivotal("manion", "violation").openers
    assert needed == "assurance-by-manion"
    assert okin.hypotheticals[needed].in_record is False
    supposed = okin.analyze(added=[needed])
    assert supposed.finding("manion", "violation").status != "not-stated"


def test_who_says_what_about_may_12():
    told = okin.facts.search("2002-05-12").to_records()
    assert {fact["told_by"] for fact in told} >= {"Lug (report)"}
    assert all(fact["account"] and fact["page"] for fact in told)
