"""A teaching model of one opinion, to be asked from a notebook.

>>> import okin_lib as okin
>>> okin.facts["football-talk"].page
'421'
>>> okin.analyze(without=["football-talk"]).finding("weber", "implicit-sanction").status
'open'

What `__init__.pyi` lists is public: it changes only with a new minor version, after one that
warned of it. All else is the model's inside. Nothing is imported until it is asked for.
"""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
