"""In which part of the data each table lies, of which the state counts the changes apart.

What was made of some parts alone holds as long as those did not change. A table that is not named here lies in the
part of its app, the first word of its name. The database has the same list (`ground_part_of`), and a test compares
them: to move a table is to write that function anew in a migration.
"""

APART = {
    "sources": {"partners_source"},
    "moments": {"partners_sitting", "partners_recess"},
    "participations": {"agenda_participation", "agenda_action"},
    "priorities": {"agenda_priority"},
    "history": {"agenda_keypoint", "agenda_milestone"},
    "projects": {
        "results_programme",
        "results_programme_elements",
        "results_project",
        "results_project_elements",
        "results_projectpartner",
        "results_projectphase",
        "results_projectresult",
    },
    "money": {"results_funding", "results_tariff"},
    "reports": {"results_report"},
    "reactions": {
        "consultation_letter",
        "consultation_point",
        "consultation_point_themes",
        "consultation_endorsement",
    },
    "answers": {
        "consultation_answer",
        "consultation_answer_points",
        "consultation_answer_wordings",
        "consultation_publication",
        "consultation_theme",
    },
    "tables": {
        "consultation_invitation",
        "consultation_tablesession",
        "consultation_discussiontable",
        "consultation_attendance",
    },
    "papers": {
        "deciding_paper",
        "deciding_paperversion",
        "deciding_package",
        "deciding_package_papers",
        "deciding_delivery",
        "ground_mail",
    },
    "events": {"regiozwolle_event"},
}
BY_TABLE = {table: part for part, tables in APART.items() for table in tables}


def part_of(table):
    """The name of the part in which `table` lies."""
    return BY_TABLE.get(table) or table.partition("_")[0]
