"""Tells job titles from employers, places and sentences by their words."""

import re
from functools import cache


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_TITLE_NOUNS = _words(
    """
    accountant actor actress actuary adjudicator adjuster administrator adviser advisor advocate aesthetician agent
    agronomist aide airman ambassador analyst anchor anesthetist animator apprentice apprenticeship arborist
    architect archivist armorer artisan artist assembler assistant associate attendant attorney auditor aviator avp
    bagger baker baler banker barback barber barista bartender bellhop bellman biller biochemist biologist blogger
    boatswain boilermaker bookkeeper bookseller bouncer brakeman brewer bricklayer broker builder busboy busgirl
    businessman businesswoman busser butcher buyer cabinetmaker caddie caddy cadet cameraman canvasser captain
    cardiologist caregiver carer caretaker carhop carpenter cartographer caseworker cashier caterer ceo cfo chairman
    chairperson chambermaid chancellor chaplain chauffeur checker chef chemist chief chiropractor choreographer cio
    cleaner clerk clinician cmo cna coach coder collector colonel columnist commander commis commissioner composer
    comptroller concierge conductor conservator constable consultant contractor controller coo cook coordinator
    copywriter corporal corpsman correspondent cosmetologist counsellor counselor counterman courier craftsman crew
    criminologist cto curator custodian dancer dean decorator dentist deputy derrickman designer detailer developer
    dietician dietitian director dishwasher dispatcher diver dj docent doctor doorman drafter draftsman draftsperson
    dressmaker driller driver drummer ecologist economist editor educator electrician electrologist emcee emt engineer
    engraver ensign entrepreneur enumerator esthetician estimator evaluator evp examiner executive expert
    exterminator fabricator facilitator farmer farmhand fellow fielder filmmaker finisher firefighter fireman
    fisherman fitter florist foreman foreperson founder framer freelancer fundraiser furrier gardener generalist
    geographer geologist geophysicist glazier gm grader greeter grocer groomer groundskeeper groundsman guard guide
    gunner gunsmith hairdresser hairstylist handler handyman head helper herdsman historian homemaker horticulturist
    hospitalist host hostess housekeeper hygienist illustrator infantryman inspector installer instructor
    instrumentalist intern internship interpreter interviewer investigator ironworker janitor jeweler jeweller
    jockey journalist journeyman judge keeper keyholder kinesiologist laborer labourer landscaper lawyer lead leader
    lecturer liaison librarian lieutenant lifeguard lineman linguist loader lobbyist locksmith longshoreman lpn lvn
    machinist magistrate maid maker manager manicurist mariner marketer marshal mason masseuse mate mathematician
    mechanic mediator medic mentor merchandiser merchant messenger metallurgist meteorologist mgr microbiologist
    midshipman midwife millwright miner missionary mixologist model moderator monitor mortician mover musician nanny
    nco nurse nutritionist officer ombudsman operative operator optician optometrist orderly organiser organist
    organizer orthodontist outfitter owner packer painter paraeducator paralegal paramedic paraprofessional
    paratrooper partner pastor pathologist patrolman pca performer personnel pharmacist pharmacologist phlebotomist
    photographer photojournalist physician physicist physiologist physiotherapist pianist picker pilot pipefitter
    planner plasterer player playwright plumber policeman porter postmaster practitioner preceptor preparer
    presenter president pressman priest principal printer processor producer professor programmer promoter
    proprietor prosecutor provider provost psychiatrist psychologist publicist publisher pumper purchaser purser
    quartermaster radiographer radiologist rancher ranger realtor receptionist recruiter recycler referee registrar
    rep reporter representative researcher reviewer rifleman rigger rn roofer roustabout runner sailor salesman
    salesperson saleswoman scheduler scholar scientist scout sculptor seaman seamstress secretary seller senator
    sergeant server sgt sheriff shipfitter shoemaker shopper singer sitter sociologist soldier solicitor sommelier
    songwriter sonographer soprano sorter specialist staffer stagehand statistician steelworker stenographer
    stevedore steward stewardess stocker storekeeper strategist stylist subcontractor superintendant superintendent
    supervisor surgeon surveyor svp sweeper tailor taster tattooist taxidermist teacher teamster technician
    technologist telegrapher telemarketer telesales teller tester therapist tiler toolmaker trader tradesman
    tradesperson trainee trainer transcriptionist translator trapper treasurer trooper trucker trustee tutor typist
    undertaker underwriter upholsterer usher valet vendor veterinarian videographer vintner violinist vocalist vp
    waiter waitress waitstaff warden washer waxer weaver webmaster weigher welder winemaker worker wrangler writer
    yardman yeoman zookeeper zoologist
    """
)
_TITLE_PHRASES = re.compile(
    r"\b(?:team member|front desk|call cent(?:er|re)|vice president|personal shopper|home care|staff"
    r" member|shop floor|night audit(?:or)?|care[- ]giver|baby[- ]?sitter|customer (?:service|care|support)s?|member of"
    r" staff|guest services?|sales floor|help ?desk|(?:military|state) police|key ?holder"
    r"|garde[- ]manger|pilot[- ]in[- ]command|(?:load|port) master|\w+ tech(?=$|\s*[,/(]))\b",
    re.IGNORECASE,
)
_FIELD_WORDS = _words(
    """
    admin administration administrative account accounts apparel billing bilingual business calls cash catering
    clerical client clients coding commercial communications community counter customer data deli development digital
    district dispatch entry event events field finance financial food front-end general grocery human guest inbound
    inside insurance it junior maintenance marketing media medical merchandising night office operations outbound
    outside personal production program project projects public purchasing quality receiving reception relations
    reservations resources retail retention sales senior service services shift shipping sr jr stock store support tech
    technical territory ticketing training warehouse web
    """
)
_EMPLOYER_WORDS = _words(
    """
    academy agency airlines airways association bakery bank bros café cafe center centre church city clinic co college
    company companies corp corporation council county credit department dept enterprises foundation gmbh group grill
    holdings hospital hotel hotels inc incorporated industries institute international limited llc llp ltd market
    ministry museum nhs organization pharmacy pizza plc pub resort restaurant restaurants salon school shop solutions
    state store stores supermarket systems technologies trust union university usa
    """
)
_PLACEHOLDERS = re.compile(
    r"\bcompany ?name\b|\bemployer ?name\b|^city$|^state$"
    r"|\bcity\s*,\s*(?:state|st|country)\b(?:\s*,\s*(?:usa?|united states|country)\b)?",
    re.IGNORECASE,
)
"""What anonymised résumés write for the employer and the place."""
_PLACE = re.compile(
    r"^(?:(?i:remote)|[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,2}\s*,\s*(?:[A-Z]{2}|[A-Z][a-z]+(?: [A-Z][a-z]+)?)\.?"
    r"(?:\s*,?\s*(?:\d{4,6}|USA?|U\.S\.A?\.|UK|United (?:States|Kingdom)))?)$"
)
_SENTENCE_START = re.compile(
    r"(?:I|We|My|The|This|Duties|Responsib\w+"
    r"|Led|Sold|Took|Made|Ran|Gave|Kept|Built|Held|Met|Won|Wrote|Taught|Brought|Oversaw|Read|Dealt|Set|Sent|Paid|Bought|Spoke"
    r"|Answer|Assist|Greet|Help|Handle|Manage|Provide|Serve|Sell|Process|Maintain|Perform|Resolve|Take|Make|Operate"
    r"|Ensure|Clean|Prepare|Perform)s?\b(?! [A-Z])"
    r"|[A-Z]?[a-z]+(?:ed|ing)\b(?! (?:and|&|/)? ?[A-Z])"
)
_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_SELF_EMPLOYED = re.compile(r"self[- ]?employed", re.IGNORECASE)
_SELF_EMPLOYED_SCORE = 2.4
"""Below any title: it stands for the employer as often as for the title."""
_LONG_TITLE_WORDS = 9
_ABOUT_A_JOB, _PLACE_SCORE, _TITLE = 0.7, 2.0, 3.0
_EDGES = " \t,;:|-–—/•·*_#"
_LABEL = re.compile(
    r"^\s*(?:job title|position(?: held)?|title|role|employer|company)\s*:\s*"
    r"|^.*?\b(?:work(?:ed|ing)?|employed|served|was|am|been) (?:\w+ )?(?:as )?(?:an? |the )",
    re.IGNORECASE,
)
_HARD_BREAK = re.compile(
    r"\t+|\s*[|•·●▪]\s*|\s+@\s+|\s+(?:(?:at|for)\s+(?=[A-Z]|the |an? )|with\s+(?=[A-Z]))"
    r"|\s*(?:â€[“”\"]?|ï¼)\s*|\s*;\s*|:\s+|\*{1,2}|__"
)
_DASH = re.compile(r"(\s+(?:[–—-]+|/)\s+|(?<=[a-z])[–—-](?=[A-Z]))")
_LIKE_WORK = re.compile(r"[A-Z]?[a-z]+(?:er|or|ist|ing)s?", re.IGNORECASE)
_SUFFIX = re.compile(r"(?:[^aeiou]er|or|ist|ian|ant|man|woman|person)s?$")


def title_score(text: str) -> float:
    """How much a few words look like a job title: 3 and more is one, 0 and below is none.

    Example:
        >>> title_score("Head Cashier") >= 3 > title_score("Acme Stores Inc.")
        True
    """
    words = [word.lower() for word in _WORD.findall(text)]
    if not words or _PLACEHOLDERS.search(text):
        return -3.0
    if _SELF_EMPLOYED.fullmatch(text.strip(_EDGES)):
        return _SELF_EMPLOYED_SCORE
    score = _noun_score(words, text) + min(2, sum(word in _FIELD_WORDS for word in words)) * 0.75
    score -= 1.5 * (words[-1].strip("'’") in _EMPLOYER_WORDS)
    if len(words) > _LONG_TITLE_WORDS:
        score -= 2.0 + 0.25 * (len(words) - _LONG_TITLE_WORDS)
    if text.rstrip().endswith(".") and len(words) > 2:
        score -= 2.0
    if is_telling(text) and words[-1] not in _TITLE_NOUNS:
        score -= 2.0
    return score - (1.0 if re.search(r"\d{2}|[$%]", text) else 0.0)


def ends_as_title(text: str) -> bool:
    """Whether the last word names a worker, as titles end ("Head Cashier"), or the whole is a title by custom.

    Example:
        >>> ends_as_title("Head Cashier"), ends_as_title("manager of time")
        (True, False)
    """
    words = [word.lower() for word in _WORD.findall(text)]
    return bool(words) and (_is_title_noun(words[-1]) or _TITLE_PHRASES.fullmatch(text) is not None)


def _noun_score(words: list[str], text: str) -> float:
    nouns = [word for word in words if _is_title_noun(word)]
    if nouns:
        return 3.5 if _is_title_noun(words[-1]) else 3.0
    if _TITLE_PHRASES.search(text):
        return 3.0
    return 0.6 if any(_SUFFIX.search(word) for word in words) else 0.0


@cache
def _is_title_noun(word: str) -> bool:
    for part in re.split(r"[-'’]", word):
        if part in _TITLE_NOUNS or (part.endswith("s") and part[:-1] in _TITLE_NOUNS):
            return True
    return False


def without_place(text: str) -> str:
    """Words without placeholders for employer and place, empty when nothing but a place was there.

    Example:
        >>> without_place("Company Name City , State Head Hostess"), without_place("Leeds, UK")
        ('Head Hostess', '')
    """
    edges = _EDGES + "()"
    bare = _PLACEHOLDERS.sub("\t", text).strip(edges)
    bare = bare if "\t" not in bare else max(bare.split("\t"), key=title_score).strip(edges)
    is_place = _PLACE.match(bare) and title_score(bare.split(",")[0]) < _PLACE_SCORE
    return "" if is_place or not re.search(r"[^\W\d_]", bare) else bare


def is_telling(text: str) -> bool:
    """Whether words begin like a sentence about the work ("Led a team", "Answering calls").

    Example:
        >>> is_telling("Raised sales from"), is_telling("Sales Manager")
        (True, False)
    """
    return _SENTENCE_START.match(text) is not None


def employer_score(text: str) -> float:
    """How much a few words look like the name of an employer."""
    words = [word.lower().strip(".") for word in _WORD.findall(text)]
    if not words or len(words) > _LONG_TITLE_WORDS or not text[0].isupper() or is_telling(text):
        return -3.0
    return 1.0 + sum(word in _EMPLOYER_WORDS for word in words) - max(0.0, title_score(text))


def best_title(words: str) -> tuple[str, float]:
    """The job title among words that may also name employer and place, and its score.

    Example:
        >>> best_title("Head Cashier, Acme Stores - Leeds, UK")[0]
        'Head Cashier'
    """
    best, best_score = "", -9.0
    for cell in _iter_cells(_PLACEHOLDERS.sub("\t", _LABEL.sub("", words))):
        bare = _without_employer(without_place(_before_telling(cell)))
        score = title_score(bare) if bare else -9.0
        if score > best_score:
            best, best_score = bare, score
    return best, best_score


def _iter_cells(words: str) -> list[str]:
    """Cells of a heading line; dashes part them unless both sides are about the job ("Manager - Returns Desk").

    A single word like a trade beside a slash belongs to the title too ("Supervisor / Bookseller").
    """
    cells: list[str] = []
    for cell in _HARD_BREAK.split(words):
        parts = _DASH.split(cell)
        joined = [parts[0]]
        for dash, part in zip(parts[1::2], parts[2::2], strict=True):
            if _is_joined(joined[-1], dash, part):
                joined[-1] += dash + part
            else:
                joined.append(part)
        cells += joined
    return cells


def _is_joined(before: str, dash: str, after: str) -> bool:
    if not dash[0].isspace() and not ends_as_title(before):
        return True
    others = [side.strip() for side in (before, after) if not _is_about_a_job(side)]
    return not others or ("/" in dash and len(others) == 1 and _LIKE_WORK.fullmatch(others[0]) is not None)


def _before_telling(cell: str) -> str:
    """The words before the telling of the work where both stand on one line ("Cashier Answered questions …")."""
    words = cell.split()
    if len(words) <= _LONG_TITLE_WORDS:
        return cell
    rests = (at for at in range(1, _LONG_TITLE_WORDS) if words[at][0].isupper() and is_telling(" ".join(words[at:])))
    return " ".join(words[: next(rests, len(words))])


def begins_with_placeholder(text: str) -> bool:
    """Whether a line begins with what anonymised résumés write for the employer."""
    return _PLACEHOLDERS.match(text) is not None


def _without_employer(cell: str) -> str:
    """Leaves out the parts between commas that are not about the job, from both ends."""
    parts = cell.split(",")
    while len(parts) > 1 and not _is_about_a_job(parts[-1]):
        parts.pop()
    while len(parts) > 1 and not _is_about_a_job(parts[0]):
        parts.pop(0)
    return ",".join(parts).strip(_EDGES)


def _is_about_a_job(text: str) -> bool:
    """Whether a part of a heading belongs to the title; a name that ends in a field ("Acme Services") does not."""
    score = title_score(text)
    words = [word.lower() for word in _WORD.findall(text)]
    return score >= _TITLE or (score >= _ABOUT_A_JOB and words[0] in _FIELD_WORDS)
