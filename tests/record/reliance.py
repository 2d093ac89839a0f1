"""Where the Discussion relies on facts of the record: the passage, its page, and the facts."""

COMPLAINT = ("choking-reported", "asked-to-stop-beating", "that-very-day")
NO_REPORT = (
    "one-report-ever", "no-report-new-year", "no-domestic-report-march-8",
    "no-domestic-report-march-25", "lug-no-report-or-arrest", "no-domestic-report-may-19",
)  # fmt: skip
NO_INTERVIEW = (
    "no-arrest-or-interview",
    "interview-not-about-bruises",
    "sears-not-interviewed-may",
)
NO_ARREST = ("no-arrest-that-night", "weber-refused-arrest")
THREATS = ("death-threat-reported", "dispatcher-told-of-threat", "told-weber-of-threats")
CONTACTS = (
    "stalking-complaint", "next-day-report", "appliances-blamed", "door-open",
    "civil-court-advised", "car-reported-stolen", "dozen-contacts",
)  # fmt: skip
DISMISSIVE = (
    "weber-laughed", "ranting-remark", "attorney-remark", "weber-tone-condemned",
    "like-anyone-else", "broken-hands-remark", "late-report-remark", "tangents-per-weber",
    "non-relevant-remark", "call-the-state-police", "forum-shopping", "motive-remark",
)  # fmt: skip
ADMISSION = ("sears-told-williams",)
FOOTBALL = ("football-talk",)
LAW = ("mandatory-arrest-law",)

RELIANCE = (
    ("429", "such as the officers' discussing sports with Sears on December 23, 2001", FOOTBALL),
    ("430", "as Okin argues", ("sports-as-sanction-argued",)),
    ("430", "discussing football with Sears during their response", FOOTBALL),
    ("430", "Okin's complaint that he had beaten and tried to choke her", COMPLAINT),
    ("430", "as when Sears told Williams that he could not", ADMISSION),
    (
        "430",
        "the numerous occasions that defendants responded to Okin's complaints without filing a "
        "domestic incident report, interviewing Sears, or making an arrest",
        (*NO_REPORT, *NO_INTERVIEW, *NO_ARREST, "told-lug-of-blows"),
    ),
    ("430", "an escalating series of incidents", ("escalating-series",)),
    ("430", "response to Okin's first complaint", ("first-reported-violence",)),
    ("430", "contempt for Okin", ("camaraderie-and-contempt", "derogatory-to-okin")),
    ("431 n.10", "mandatory arrest statutes, like the one passed in New York", LAW),
    ("432", "their training", ("officers-trained",)),
    ("432", "their knowledge of New York law on domestic violence", LAW),
    ("432", "Okin's complaints over a fifteen-month", ("fifteen-months", "repeated-calls")),
    ("434", "Sears told Williams that he could not", ADMISSION),
    ("436", "discussing football scores with Sears", FOOTBALL),
    ("436", "Okin's complaints that he had beaten and tried to choke her", COMPLAINT),
    (
        "436",
        "repeatedly failing to interview or arrest Sears, or to file domestic incident reports",
        (*NO_REPORT, *NO_INTERVIEW, *NO_ARREST),
    ),
    ("436", "Okin's numerous complaints of abuse", ("repeated-calls", "told-lug-of-blows")),
    ("436", "statements of fear for her life", THREATS),
    ("436", "Sears informing Chief Williams that he could not", ADMISSION),
    ("436", "extensive professional training in that area", ("officers-trained",)),
    ("436", "including state law governing those investigations", LAW),
    ("436 n.13", "individual defendants received training", ("officers-trained",)),
    (
        "436 n.13",
        "the officers employed by the Village would have been aware from its Police Department "
        "Manual",
        ("manual-treat-as-crime", "manual-no-mediation"),
    ),
    ("436 n.13", "charged with knowledge of the New York law", LAW),
    ("437", "failure to comply with their training", ("officers-trained",)),
    ("437", "the relevant state law", LAW),
    ("437 n.14", "where officers are trained", ("officers-trained",)),
    ("439", "a comparison based upon these", ("no-comparison-made",)),
    ("440", "more than a dozen contacts between Okin and the Village", CONTACTS),
    (
        "440",
        "recurrently concerned complaints of domestic violence",
        ("okin-told-nye-history", "repeated-calls"),
    ),
    (
        "440",
        "to implement the New York mandatory arrest statute",
        (*LAW, *NO_ARREST),
    ),
    ("440", "to interview the alleged abuser", (*NO_INTERVIEW, "sears-not-interviewed-april")),
    ("440", "to file domestic incident reports", (*NO_REPORT, "no-domestic-report-terwilliger")),
    ("441", "remember basic details regarding their training", ("training-not-recalled",)),
    ("441", "involved, at least in part, in administering", ("williams-and-weber-trained",)),
    ("441", "having led a refresher course on domestic violence", ("refresher-course",)),
    ("441", "Sears told Williams he abused Okin", ADMISSION),
    ("441", "Weber was continually dismissive in response to Okin's complaints", DISMISSIVE),
)  # fmt: skip
