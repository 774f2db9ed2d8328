"""Everything can be done in a browser that runs no scripts."""

from applicant import Applicant, Company, Mentor
from forms import told
from handler import Handler


def test_applying_and_deciding_without_scripts(sign_in, tmp_path):
    company = Company(serial=50, name="Droombouw BV", mentors=[Mentor("Gert", "Droomhof", 150)])
    applicant = Applicant(sign_in("trajectbegeleider-5", javascript=False), tmp_path)
    [file] = applicant.apply(company, ["Dakwerker duaal"])

    handler = Handler(sign_in("behandelaar-bouw", javascript=False))
    handler.open(file)
    handler.take_up()
    handler.judge(company.mentors[0].name, "Aanvaarden")
    handler.decide()
    handler.preview("Goedkeuren")
    handler.send()
    assert "goedgekeurd" in told(handler.page)
