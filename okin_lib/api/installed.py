"""What the installed case has, each made when it is first asked for."""

from okin_lib.api import catalogs
from okin_lib.api.opinion import Opinion
from okin_lib.api.scenario import Scenario
from okin_lib.lessons.installed import load_case

_CASE = load_case()

facts = catalogs.facts(_CASE)
hypotheticals = catalogs.hypotheticals(_CASE)
parties = catalogs.parties(_CASE)
claims = catalogs.claims(_CASE)
elements = catalogs.elements(_CASE)
readings = catalogs.readings(_CASE)
precedents = catalogs.precedents(_CASE)
presets = catalogs.presets(_CASE)
opinion = Opinion(_CASE.opinion)
on_record = Scenario(case=_CASE)
