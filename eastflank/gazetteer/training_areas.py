"""The phrases that say that a name is a training area, by language.

A phrase is listed folded (`eastflank.reading.folding`), or in its own script where that is not Latin.
"""

from __future__ import annotations

from collections.abc import Mapping

TRAINING_AREAS: Mapping[str, Mapping[str, str]] = {
    "training area": {
        "en": (
            "training area;training range;training ground;training grounds;military training area;range;"
            "firing range;proving ground;training centre;training center;combat training center;"
            "combat training centre;national training centre;test range;military training centre;"
            "military training center;live fire range;ranges;central training area;bombing range;"
            "gunnery range;maneuver training area;manoeuvre area;joint national training centre;"
            "joint national training center;joint multinational readiness center;"
            "land forces training area;military range;military training ground;shooting range;polygon;"
            "test site;proving grounds;air to ground range;manoeuvring area;training complex;"
            "training facility;training camp;multinational training center;"
            "international peacekeeping and security centre;security and peacekeeping centre;"
            "air weapons range;nato training area;joint training area;joint training center;"
            "joint training centre"
        ),
        "us": "jmrc;jmtc;7atc;jrtc;ntc;gta;hta;dpta;ftx area;local training area;lta;mta",
        "gb": "atc;atr",
        "fr": (
            "camp d entrainement;champ de tir;terrain d exercice;terrain de manoeuvre;polygone de tir;"
            "polygone;terrain militaire;camp militaire national;camp national"
        ),
        "de": (
            "truppenubungsplatz;truppenuebungsplatz;ubungsplatz;schiessplatz;schiesplatz;"
            "standortubungsplatz;trubpl;trupbpl;trubplkdtr;gefechtsubungszentrum;gefechtsuebungszentrum;"
            "ubungsgelande;luft boden schiessplatz;waffenplatz;tup;tubpl;schiessgebiet"
        ),
        "nl": (
            "oefenterrein;schietterrein;artillerie schietkamp;militair oefenterrein;schietkamp;"
            "militair domein;oefengebied"
        ),
        "es": (
            "campo de maniobras;campo de tiro;cenad;centro nacional de adiestramiento;poligono de tiro;"
            "poligono;campo de adiestramiento"
        ),
        "pt": "campo de tiro;campo militar;campo de instrucao",
        "it": (
            "poligono;poligono militare;poligono di tiro;poligono interforze;area addestrativa;"
            "poligono sperimentale;poligono interforze del"
        ),
        "pl": (
            "poligon;poligon wojskowy;osrodek szkolenia poligonowego;"
            "osrodek szkolenia poligonowego wojsk ladowych;centrum szkolenia bojowego;centrum szkolenia;"
            "osp;ospwl;centralny poligon sil powietrznych;poligon artyleryjski;centralny poligon;oboz;"
            "strzelnica"
        ),
        "cs": (
            "vojensky ujezd;vojensky vycvikovy prostor;vvp;vojensky vycvikovy priestor;"
            "vycvikove stredisko;vojensky obvod;vycvikovy prostor;centrum vycviku;"
            "vojenske vycvikove stredisko;stredisko obsluhy vycvikoveho zariadenia;strelnice;"
            "vycvikove zariadenie;pracovisko vycvikoveho zariadenia;vojenske lesy"
        ),
        "hu": (
            "loter;gyakorloter;kozponti loter;kikepzo kozpont;gyakorloteri;loter es gyakorloter;"
            "harctereb;loter es gyakorloter parancsnoksag"
        ),
        "ro": (
            "poligon;poligonul;poligonul militar;poligon militar;centrul national de instruire;"
            "centrul national de instruire intrunita;cnii;cnai;centrul de instruire;poligonul de trageri;"
            "tabara de instruire;centrul de instruire pentru luptatori;centrul de pregatire;"
            "poligonul de instruire"
        ),
        "bg": (
            "полигон;учебен полигон;учебен център;учебна база;войсков полигон;poligon;воен полигон;"
            "армиски полигон;авиополигон;зенитен полигон;учебен полигон на сухопътни воиски"
        ),
        "hr": (
            "poligon;vojni poligon;vojno vjezbaliste;vojno vezbaliste;vjezbaliste;osrednje vadisce;"
            "vadisce;vojasko vadisce;strelisce;vojno streliste;streliste"
        ),
        "sq": "poligoni;poligon ushtarak;poligoni i stervitjes;poligoni ushtarak",
        "el": "πεδιο βολης;πεδιο ασκησεων;πεδιο ασκησεων και βολων;pedio volis",
        "tr": (
            "atis sahasi;tatbikat sahasi;egitim merkezi;atis alani;tatbikat alani;egitim alani;atis poligonu"
        ),
        "et": (
            "harjutusvali;polugoon;keskpolugoon;kaitsevae keskpolugoon;oppevali;laskevali;"
            "kaitsevae harjutusvali"
        ),
        "lv": (
            "poligons;poligona;militaras apmacibas poligons;militara bazes poligons;maculcentrs;macibu centrs"
        ),
        "lt": (
            "poligonas;centrinis poligonas;poligono;karinis poligonas;mokymo centras;poligone;"
            "generolo silvestro zukausko poligonas;karinio rengimo centras"
        ),
        "fi": "harjoitusalue;ampuma alue;ampuma ja harjoitusalue;ampumarata",
        "sv": "ovningsfalt;skjutfalt;ovningsomrade;skjutbana;provplats;vapenprovplats",
        "nb": "skytefelt;ovingsomrade;skyte og ovingsfelt;ovingsfelt;regionfelt",
        "da": "ovelsesplads;skydeterraen;oevelsesterraen;ovelsesterraen;skydebane;oevelsesplads",
        "ru": (
            "полигон;учебный полигон;учебныи полигон;военный полигон;военныи полигон;"
            "общевоисковои полигон;учебныи центр;poligon;испытательныи полигон;танкодром;"
            "общевойсковой полигон"
        ),
        "uk": (
            "полігон;навчальний центр;навчальнии центр;загальновійськовии полігон;"
            "загальновіисььковии полігон;міжнароднии центр миротворчості та безпеки;poligon;"
            "загальновіисковии полігон;військовии полігон;віисковии полігон;віиськовии полігон"
        ),
        "ka": "პოლიგონი;სასწავლო ცენტრი;საწვრთნელი ცენტრი",
    },
}
"""Phrases by kind and language, joined by semicolons."""
