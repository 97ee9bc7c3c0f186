"""The closed lists of the field: one word for one thing, in code, data, pages and documents.

Source: the project's glossary, ``docs/glossary.md``. A list's order matters where it says so.
"""

from typing import Literal, get_args

Level = Literal["ground", "experienced", "lead", "supervisor", "manager", "head", "executive_owner"]
LEVELS: tuple[Level, ...] = get_args(Level)
"""Rungs from the ground floor up."""

RoleFamily = Literal[
    "contact_centre_agent",
    "customer_service_representative",
    "technical_support",
    "sales_representative",
    "telesales",
    "retail_sales_assistant",
    "cashier",
    "receptionist",
    "guest_services",
    "reservation_travel_agent",
    "tour_guide_docent",
    "bank_teller",
    "claims_insurance_service",
    "collections",
    "complaints_specialist",
    "account_manager",
    "customer_success",
    "client_relations",
    "team_leader",
    "service_manager",
    "store_manager",
    "sales_manager",
    "trainer_quality",
    "dispatcher_coordinator",
    "clerical_support",
    "other",
]
ROLE_FAMILIES: tuple[RoleFamily, ...] = get_args(RoleFamily)

IndustryId = Literal[
    "retail",
    "contact_centre_outsourcing",
    "banking_finance",
    "insurance",
    "collections_credit",
    "airline_travel",
    "hospitality_food",
    "museums_attractions_events",
    "telecom_media",
    "utilities_energy",
    "healthcare",
    "public_sector_nonprofit",
    "advertising_marketing",
    "software_it",
    "logistics_mail",
    "business_services",
    "education_training",
    "property",
    "manufacturing_wholesale",
    "automotive",
    "personal_services",
    "staffing",
    "other",
]
INDUSTRIES: tuple[IndustryId, ...] = get_args(IndustryId)

EducationLevel = Literal[
    "none", "secondary", "vocational", "some_college", "associate", "bachelor", "master", "doctorate"
]
EDUCATION_LEVELS: tuple[EducationLevel, ...] = get_args(EducationLevel)
"""From none to doctorate."""

CefrLevel = Literal["A1", "A2", "B1", "B2", "C1", "C2"]
CEFR_LEVELS: tuple[CefrLevel, ...] = get_args(CefrLevel)
"""From beginner to mastery, Common European Framework of Reference."""

Duty = Literal[
    "answer_enquiries",
    "resolve_complaints",
    "process_orders_payments",
    "book_reservations",
    "sell_upsell",
    "prospect_cold_call",
    "collect_debts",
    "technical_troubleshooting",
    "manage_accounts_relationships",
    "retain_renew_customers",
    "onboard_train_customers",
    "keep_records_data_entry",
    "handle_cash",
    "stock_inventory_display",
    "guide_visitors",
    "greet_reception",
    "mail_print_copy",
    "schedule_dispatch",
    "supervise_staff",
    "coach_train_staff",
    "monitor_quality",
    "report_analyse",
    "handle_claims",
    "escalate",
    "follow_up",
    "clean_maintain",
    "plan_budget_strategy",
]
DUTIES: tuple[Duty, ...] = get_args(Duty)

SoftSkill = Literal[
    "communication",
    "listening",
    "empathy_patience",
    "problem_solving",
    "teamwork",
    "organisation_time",
    "multitasking",
    "attention_to_detail",
    "adaptability",
    "stress_tolerance",
    "reliability_punctuality",
    "initiative",
    "fast_learner",
    "leadership",
    "sales_persuasion",
    "professionalism_appearance",
    "positive_attitude",
    "confidentiality_integrity",
    "customer_focus",
    "numeracy",
]
SOFT_SKILLS: tuple[SoftSkill, ...] = get_args(SoftSkill)

Channel = Literal["phone", "email", "chat", "sms", "social", "face_to_face", "post"]
CHANNELS: tuple[Channel, ...] = get_args(Channel)

Direction = Literal["inbound", "outbound", "both", "not_stated"]
DIRECTIONS: tuple[Direction, ...] = get_args(Direction)

Workplace = Literal["onsite", "remote", "hybrid", "field", "not_stated"]
WORKPLACES: tuple[Workplace, ...] = get_args(Workplace)

Schedule = Literal[
    "weekends",
    "evenings",
    "nights",
    "early_mornings",
    "holidays",
    "rotating",
    "on_call",
    "overtime",
    "flexible",
    "fixed_weekdays",
    "round_the_clock",
]
SCHEDULES: tuple[Schedule, ...] = get_args(Schedule)

EmploymentType = Literal[
    "full_time",
    "part_time",
    "contract",
    "temporary",
    "internship",
    "apprenticeship",
    "per_diem",
    "seasonal",
    "volunteer",
]
EMPLOYMENT_TYPES: tuple[EmploymentType, ...] = get_args(EmploymentType)

Check = Literal[
    "background",
    "drug",
    "credit",
    "driving_licence",
    "right_to_work",
    "security_clearance",
    "minimum_age",
    "reference",
    "own_equipment",
    "vaccination",
]
CHECKS: tuple[Check, ...] = get_args(Check)

Physical = Literal["standing", "lifting", "walking"]
PHYSICALS: tuple[Physical, ...] = get_args(Physical)

PayPeriod = Literal["hour", "day", "week", "month", "year", "once"]

PayKind = Literal["base", "commission", "bonus", "ote", "allowance"]

WarningCode = Literal[
    "bank_details_asked",
    "fee_asked",
    "money_through_own_account",
    "unpaid_trial",
    "commission_only",
    "commission_sold_as_salary",
    "pay_too_good",
    "contact_off_platform",
    "employer_hidden",
    "several_signs",
    "employer_missing",
    "pay_missing",
    "hours_missing",
]
WARNINGS: tuple[WarningCode, ...] = get_args(WarningCode)

Strength = Literal["required", "preferred", "stated"]
"""``required`` and ``preferred`` are asked of the worker; ``stated`` is said without asking (duties, pay, offers)."""

FactKind = Literal[
    "education",
    "experience",
    "language",
    "communication",
    "computer_literacy",
    "tool",
    "soft_skill",
    "qualification",
    "duty",
    "channel",
    "direction",
    "workplace",
    "schedule",
    "hours",
    "employment_type",
    "pay",
    "check",
    "physical",
    "training_offered",
    "progression_offered",
    "warning",
    "role_family",
    "level",
    "soc",
    "industry",
]
FACT_KINDS: tuple[FactKind, ...] = get_args(FactKind)

Grade = Literal["exceeded", "met", "nearly", "learnable", "missing", "unknown"]
GRADES: tuple[Grade, ...] = get_args(Grade)
"""How one requirement stands against what a person holds, best first; ``unknown`` is not ``missing``."""

MoveKind = Literal["promotion", "step_across", "change_of_industry", "step_up_client_relations"]
MOVE_KINDS: tuple[MoveKind, ...] = get_args(MoveKind)

Trodden = Literal["common", "possible", "rare"]
"""How well trodden a move is, best first."""

Stage = Literal[1, 2, 3, 4]
STAGES: dict[Stage, str] = {
    1: "the job itself",
    2: "in-house training",
    3: "industry qualification",
    4: "advanced industry training",
}

WorkTrait = Literal[
    "face_to_face",
    "phone",
    "writing",
    "complaints",
    "pressure",
    "standing",
    "desk",
    "from_home",
    "selling",
    "collecting",
    "figures",
    "technical",
    "explaining",
    "leading",
    "unsocial_hours",
]
WORK_TRAITS: tuple[WorkTrait, ...] = get_args(WorkTrait)
"""What a job is like, in terms that a person can like or dislike."""
