"""Names that two scripts tell: which may be one, and which are not."""

from __future__ import annotations

from itertools import product

import pytest

from checker.names.sounds import SHORTEST, alike, skeleton

PAIRS = [pair.split() for pair in """
Khrushchev Хрущёв|Gorbachev Горбачев|Zelensky Зеленский|Putin Путиным|Tokayev Токаев|Rahmon Рахмон|Lukashenko Лукашенко
Shakespeare Шекспир|Johnson Джонсон|Churchill Черчилль|Thatcher Тэтчер|Macron Макроном|Sarkozy Саркози|Merkel Меркель
Scholz Шольц|Steinmeier Штайнмайер|Roosevelt Рузвельт|Clinton Клинтоном|Berlusconi Берлускони|Erdogan Эрдоган
Netanyahu Нетаньяху|Ceausescu Чаушеску|Wagner Вагнер|Watson Уотсон|Hitler Гитлер|Einstein Эйнштейн|Wilson Вильсон
Wilson Уилсон|Williams Уильямс|Tchaikovsky Чайковский|Yeltsin Ельцин|Zakharova Захаровой|Yushchenko Ющенко
Yanukovych Янукович|Stoltenberg Столтенберга|Guterres Гутерриш|Schwarzenegger Шварценеггер|Beckham Бекхэм
Eisenhower Эйзенхауэр|Bolsonaro Болсонару|Sanchez Санчес|Rodriguez Родригес|Kaczynski Качиньский|Orbán Орбан
Mirziyoyev Мирзиёев|Pashinyan Пашиняном|Yatsenyuk Яценюка|Tsvetkov Цветков|Wright Райт|Gates Гейтс|Wałęsa Walesa
""".strip().replace("\n", "|").split("|")]  # fmt: skip


@pytest.mark.parametrize(("name", "elsewhere"), PAIRS)
def test_a_name_is_known_again_in_another_script(name: str, elsewhere: str) -> None:
    assert alike(name, elsewhere)


def test_two_names_are_seldom_taken_for_one() -> None:
    long = [(a, b) for (a, _), (_, b) in product(PAIRS, PAIRS) if [a, b] not in PAIRS and len(skeleton(a)) >= SHORTEST]
    assert sum(alike(a, b) for a, b in long) < len(long) / 50
