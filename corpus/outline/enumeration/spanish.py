"""How parts are counted in Spanish."""

from __future__ import annotations

from typing import Final

from corpus.outline.enumeration.language import LAST, NEXT, Language, before, counted, each

_ORDINALS: Final = """primer/primero/primera segundo/segunda tercer/tercero/tercera cuarto/cuarta
    quinto/quinta sexto/sexta séptimo/séptima octavo/octava noveno/novena décimo/décima"""

SPANISH: Final = Language(
    name="Spanish",
    opening=counted("primero segundo tercero cuarto quinto sexto séptimo octavo noveno décimo")
    | each(1, "por una parte", "por un lado", "ante todo", "para empezar")
    | each(2, "por otra parte", "por otro lado")
    | each(NEXT, "luego", "a continuación")
    | each(LAST, "y por último", "y finalmente", "para terminar", "por fin"),
    certain=each(1, "en primer lugar", "en primer término", "primeramente")
    | each(2, "en segundo lugar", "en segundo término")
    | each(3, "en tercer lugar", "en tercer término")
    | each(4, "en cuarto lugar")
    | each(5, "en quinto lugar")
    | each(6, "en sexto lugar")
    | each(LAST, "por último", "finalmente", "en último lugar", "en último término"),
    articled=before(("el", "la", "lo", "mi", "nuestro", "nuestra", "un", "una"), counted(_ORDINALS))
    | each(LAST, "el último", "la última", "lo último", "un último", "una última"),
    kinds=frozenset(
        """razón punto paso parte manera forma ventaja desventaja aspecto cuestión pregunta problema
        argumento condición tarea objetivo medida fase regla lección principio causa factor error
        propuesta idea motivo""".split()
    ),
    verbs=frozenset("es era fue son consiste se radica tiene".split()),
    numbers=counted("dos tres cuatro cinco seis siete ocho nueve diez once doce", 2),
    nouns=frozenset(
        """razones puntos pasos partes maneras formas ventajas desventajas aspectos cuestiones preguntas
        problemas argumentos condiciones tareas objetivos medidas fases reglas lecciones principios causas
        factores errores propuestas ideas motivos cosas elementos ejes pilares tipos""".split()
    ),
    joined=frozenset(),
    vague=frozenset("varias varios algunas algunos diversas diversos siguientes muchas muchos".split()),
    partitive=frozenset("de".split()),
    ordered=frozenset(
        """capítulo sección parte artículo tomo página primeras primeros últimas últimos otras otros estas
        estos""".split()
    ),
)
