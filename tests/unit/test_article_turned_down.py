"""“Would” and “would not”, “has decided” and “has decided not to” give different statuses."""

import pytest

from eastflank.intake.article.reader import read
from tests.unit.article_tables import small_tables


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("France decided to send 200 soldiers to Mali.", "decided"),
        ("France decided not to send 200 soldiers to Mali.", "denied"),
        ("France decided against sending 200 soldiers to Mali.", "denied"),
        ("The French parliament voted against sending 200 soldiers to Mali.", "denied"),
        ("France has promised to send 200 soldiers to Mali.", "pledged"),
        ("France has promised not to send 200 soldiers to Mali.", "denied"),
        ("France is going to send 200 soldiers to Mali.", "pledged"),
        ("France is not going to send 200 soldiers to Mali.", "denied"),
        ("France declined to send 200 soldiers to Mali.", "denied"),
        ("France would not send 200 soldiers to Mali.", "denied"),
        ("Neither France nor Spain will send 200 soldiers to Mali.", "denied"),
        ("Nobody in Paris wants to send 200 French soldiers to Mali.", "denied"),
        ("France was asked to send 200 soldiers to Mali.", "considered"),
        ("France was ordered to send 200 soldiers to Mali.", "decided"),
        ("France has not decided whether to send 200 soldiers to Mali.", "considered"),
        ("France has yet to send 200 soldiers to Mali.", "pledged"),
        ("France no longer has soldiers in Mali.", "ended"),
        ("France denied that it had 200 soldiers in Mali.", "denied"),
        ("France did not deny that it had 200 soldiers in Mali.", "deployed"),
        ("France dismissed claims that it had deployed 200 soldiers to Mali.", "denied"),
        ("It is not true that France has 200 soldiers in Mali.", "denied"),
        ("France offered to send 200 soldiers to Mali.", "offered"),
        ("France withdrew its offer to send 200 soldiers to Mali.", "withdrawn"),
        ("France dropped its plan to send 200 soldiers to Mali.", "withdrawn"),
        ("France reversed its decision to send 200 soldiers to Mali.", "withdrawn"),
        ("France voted down a plan to send 200 soldiers to Mali.", "withdrawn"),
        ("France did not drop its plan to send 200 soldiers to Mali.", "pledged"),
    ],
)
def test_what_is_turned_down_is_not_what_is_planned(text: str, status: str) -> None:
    (found,) = read(text, small_tables()).proposals
    assert found.fields["status"].value == status
