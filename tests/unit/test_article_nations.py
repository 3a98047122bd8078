"""Nations in all their forms, and what they do in a sentence."""

import pytest

from eastflank.intake.article.folding import folded
from eastflank.intake.article.items import items_of
from eastflank.intake.article.nations import NameForm
from eastflank.intake.article.roles import Role, roles_of
from tests.unit.article_tables import small_tables


def _roles(text: str) -> dict[str, Role]:
    tables = small_tables()
    plain = folded(text)
    found = items_of(plain, 0, len(plain), tables.nations, tables.places)
    return {
        item.nation.code if item.nation else item.text: role
        for item, role in zip(found, roles_of(found), strict=True)
        if role
    }


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("the U.S.", "USA"),
        ("American", "USA"),
        ("Britain", "GBR"),
        ("Ottawa", "CAN"),
        ("Spaniards", "ESP"),
        ("the Czech Republic", "CZE"),
        ("Côte d’Ivoire", "CIV"),
        ("N’Djamena", "TCD"),
        ("North Macedonia", "MKD"),
        ("Niger", "NER"),
        ("Nigeria", "NGA"),
        ("Guinea-Bissau", "GNB"),
    ],
)
def test_a_nation_is_known_in_each_of_its_forms(text: str, code: str) -> None:
    assert code in _roles(text)


def test_a_word_is_a_nation_only_as_it_is_written() -> None:
    assert _roles("it gave us a turkey and some china") == {}


def test_no_form_names_two_nations_in_one_way() -> None:
    nations = small_tables().nations
    assert nations.at(["Polish"], 0) is not None
    found = nations.at(["Dutch"], 0)
    assert found is not None and found[0].is_a(NameForm.ADJECTIVE)


@pytest.mark.parametrize(
    ("text", "code", "role"),
    [
        ("Germany will send troops", "DEU", Role.ACTOR),
        ("German soldiers will go", "DEU", Role.FORCE),
        ("France's 300 soldiers", "FRA", Role.FORCE),
        ("the German defence minister said", "DEU", Role.OFFICIAL),
        ("the British-led battlegroup", "GBR", Role.LEAD),
        ("a battlegroup led by Canada", "CAN", Role.LEAD),
        ("a company under German command", "DEU", Role.LEAD),
        ("troops to Poland", "POL", Role.AT),
        ("troops to Poland, Germany and Romania", "ROU", Role.AT),
        ("will move from Germany to Poland", "DEU", Role.FROM),
        ("Soldiers from Albania and Spain serve", "ESP", Role.FORCE),
        ("together with Belgium", "BEL", Role.WITH),
        ("Canada will lead in Latvia, Germany in Lithuania", "DEU", Role.ACTOR),
    ],
)
def test_a_nation_has_the_role_that_its_words_give_it(text: str, code: str, role: Role) -> None:
    assert _roles(text)[code] is role
