"""Phrases of headings: what each stands for, a word that `netmap.wording` knows or nothing.

They are looked for in order in folded headings (no accent, no sign, small letters), each seeing what those before it left. A phrase
says in one line what declared headings could not: « Ce qu’on leur propose », « Combien d’élèves ont participé ? ».
"""

import re

_PLACES_OF_WORK = "salon|institut|garage|hotel|restaurant|magasin|commerce|concession|cabinet|ehpad|creche|ferme|exploitation|domaine"
_HOUSES = (
    "garage|entrepot|usine|hotel|boutique|cabinet|clinique|hopital|ehpad|creche|pharmacie|laboratoire|labo|musee"
    "|theatre|mairie|boulangerie|boucherie|imprimerie|scierie|elevage|pepiniere|jardinerie|chateau|camping|carrosserie|concession"
    "|pressing|banque|caserne|studio|domaine viticole|salon de coiffure|institut de beaute"
)
_BONDS = "appui|soutien|aide|lien|collaboration|echange|cooperation|contribution|relation|accompagnement"
_SHOPS = "boutique|atelier|magasin|commerce|maison|entreprise|societe|association|asso|organisme|structure"
_PARTIES = "lieu|maison|boite|adherent|signataire|cosignataire|structure|organisme|tiers|marraine|parrain"
_HEADS_OF = r"(?:groupe|siege|branche|federation|region|academie|rectorat|national\w*|regional\w*|academique)s?"
_CITED = "(?:applicable|vise|cite|concerne|lie)e?s?"
_SEEN = "signes?|rdv|rendez vous|visites?|passages?|appels?|mails?|rencontres?|echanges?|entretiens?|coups? de|fois|point|date"
_IN_FORCE = "s applique|en application|applicable|en vigueur|valable|valide|court|effecti(?:f|ve)|en oeuvre|application|vigueur"
_NOT_SINCE = (
    "echu|termin|ferm|cess|romp|denonc|vacant|absent|sans|fin|expir|perdu|poste|fonction|labell|propriet|inactif|agre"
    "|vigueur|applica|court|valable|valide|effet|convention|signe|en place|exist|lance|cree"
)
_WHAT_IT_DOES = (
    "a (?!vote|delibere|approuve|autorise)|commence|debute|demarre|fini|finit|prend|dure|court|porte|concerne|vaut|parle|donne|tient"
    "|sert|tombe|vient|se(?! trouve)|s|fait|date de|coute|appartient|dure|est|existe|remonte"
)
_SAID: tuple[tuple[str, str], ...] = (
    (r"^ca date d[eu]s?\b.*$", "depuis"),
    # « Ça commence le », where « CA du » is that of the board
    (rf"^ca (?=(?:{_WHAT_IT_DOES})\b)|\b(comment|quand|ou|quoi|combien|qui) ca\b", r"\1"),
    (r"\bvoie pro(?:fessionnelle)?\b", "voiepro"),
    (r"^conv(?:ention)?s? coll(?:ective)?s?\b.*$", "idcc"),
    (r"\bobjet (?:resume|court|en clair|en bref|en resume|simplifie)$", "objet"),
    (r"^n (?:drafpic|dafpic|drareic|dareic)$", "reference"),
    (r"^(?:reconduit|renouvele)\w* comment$", "renouvellement"),
    (r"^(?:1er|premier) jour$", "debut"),
    (r"^(effectif|nombre|jeune|eleve|participant)s? (?:attendu|prevu|vise|annonce|espere|estime)e?s?$", r"\1"),
    (r"^(?:depot|magasin|siege|agence|atelier|bureau|usine) a$|^(?:dans )?quel coin$", "commune"),
    (r"^date (?:de |de la )?convention (?:ufa|cfa|greta|cmq|pfmp)$", "signature"),
    (rf"^(?:{_HOUSES})s? (?:qui (?:recoit|recoivent|accueille\w*)|d accueil|recevant|visitee?s?)$", "entreprise"),
    (rf"^(?:{_HOUSES})s? (?:situe|implante|base)e?s? a$", "commune"),
    (r"^ce qu on (?:montre|visite|voit|decouvre)$|^parcours (?:suivi|choisi|propose)$", "action"),
    (r"^(?:visite|sortie|seance|rencontre)s? (?:effectuee?|tenue?|honoree?)s?$", "realisee"),
    (r"^stagiaires(?: accueillis| recus)?(?: par an)?$", "nombre jeunes"),
    (r"^date de (?:la |leur )?venue$|^jour d accueil$", "jour"),
    (r"^expirait(?: le)?$", "fin"),
    (r"^remplacee? par\b.*$", "successeur"),
    (r"^retours? d(?:e|u|es)(?: la| l)? (?:equipe|prof\w*|enseignant\w*|classe|eleves|jeunes)\b.*$", "observation"),
    (r"^(?:date de l )?arrete constitutif(?: du)?$", "cree"),
    (r"^critere (?:national )?(?:20[0-9]{2} )?(?:servi|vise|touche|concerne)e?s?$", "critere"),
    (r"^ce qu on (?:attend|exige|demande)\b.*$", "exigence"),
    (r"^comment (?:ca |cela )?s (?:est|etait) passee?s?$|^(?:super |bon )?(?:ressenti|ambiance)\b.*$", "observation"),
    (r"^(?:qui )?(?:vient|venue?s?|arrive\w*) (?:de|d ou)$|^d ou (?:ca |il |elle |ils |elles )?(?:vient|viennent|arrive\w*)$", "commune"),
    (r"^(?:trouve|apporte|demarche|propose)e?s? par\b.*$", "suivi par"),
    (r"^(?:se |est )?(?:renouvelle|reconduit|prolonge)\w* (?:par|pour) (?:des )?periodes?(?: de)?$", "duree reconduction"),
    (r"^(?:bac|cap)s? (?:pro |prof )?(?:du|de la|des|de l|en) (?!lycee|etab)\w+$", "filiere"),
    (r"\bjur$", "juridique"),
    (r"^(?:adresse |mail |mel |courriel )(?:de |de la )?liste(?: de diffusion)?$|^liste de diffusion$", "courriel"),
    (r"^(metier|specialite|filiere|diplome|section|formation)s? pour (?:les |des )?(?:jurys?|stages?|pfmp|visites?)$", r"\1"),
    (rf"^(?:{_SHOPS})s? ou (?:{_SHOPS})s?$|^etablissements? ou (?:{_SHOPS})s? etrange\w*$", "entreprise"),
    (r"\blycees? des metiers\b", "ldm"),
    (r"\b(secteur|domaine)s? prof$", r"\1 professionnel"),
    (r"^heure de (?:debut|fin|la derniere modification)$", "horodatage"),  # when a form was filled in
    (r"\btitres? de (?:recette|perception)s?\b", "recette"),
    (r"^pour quoi (?:la |le |les |l )?(?:joindre|appeler|contacter|solliciter|saisir)\b", "competence"),
    (r"^(?:a |on |les |la |le |l )*(?:joindre|appel\w+|contact\w+|sollicit\w+|saisi\w+) pour$", "competence"),
    (r"^comment s (?:appelle|intitule)\b|^comment se nomme\b", "nom"),
    (
        r"^(?:en )?(?:(?:accord|convention|cadre) )*(?:convention|accord|signee?s?|passee?s?|conclue?s?|contractee?s?) avec(?: qui)?$",
        "partenaire",
    ),
    (r"^(?:conclue?s?|signee?s?|valable|vaut) pour$", "duree"),
    (r"^famille (?:de|d) (?=\w)", "type "),
    (r"^en vigueur au$", "debut"),
    (r"\bautres (?=\w)|\bautre (?=remarque|commentaire|precision|observation|info)", ""),
    (r"\bactions? a (?:mener|faire|prevoir|engager)\b", "relance"),
    (
        r"^qu est ce qu on a fait\b|^ce qu(?: on a fait(?: va faire)?| on organise| est organise|i est organise| nous organisons)$",
        "action",
    ),
    (r"\bjour (?=de |du |d )", ""),
    (r"^qui (?:nous )?(?:aide|accueille|recoit|soutient|prend)$", "partenaire"),
    (r"^(?:nous |on )?(?:aident?|y va|accueillent?|recoit|vient|viennent) pour\b.*$", "theme"),
    (
        r"^.*\b(?:delegation|drafpic\w*|dafpic\w*|dareic|drareic|rectorat|dsden)\b.*\b(?:informe|avise|prevenu|averti)e?s?\b.*$",
        "delegation informee",
    ),
    (r"^quand (?:la |le |les |l )?(?:solliciter|contacter|saisir|appeler|joindre)$", "competence"),
    (rf"^(?:{_IN_FORCE}) (?:a partir|a compter|des|depuis)(?: du| de| le)?$", "debut"),
    (r"^(?:peut |peuvent )?(?:prend|prendre|prennent|accueill\w+) des (?:eleves|jeunes|stagiaires) (?:de|en|du)$", "filiere"),
    (r"^(?:c est|implantee?s?|situee?s?|basee?s?|installee?s?|domiciliee?s?|localisee?s?) (?:a|au|en|ou)$", "commune"),
    (r"^c (?:est|etait) (?:une? |l[ea] |pour )?", ""),
    (r"^(?:nb|nbre|nombre)(?: de)? part$", "participant"),
    (r"\bfonction de la personne\b", "fonction"),
    (r"\bayant participe\b(?: ou attendus?)?", ""),
    (r"^comment (?=\w)", ""),  # « Comment se renouvelle-t-elle ? » is no comment
    (rf"\bnom (?:du|de l|de la) (?:{_PLACES_OF_WORK})\b", "nom entreprise"),
    (rf"^(?:le |la |l )?(?:{_HOUSES})s?(?: partenaires?| d accueil)?$", "entreprise"),
    (rf"^((?:commune|ville|adresse|siret|siren|tel\w*|mail|cp|code postal) )(?:du|de la|de l) (?:{_HOUSES})$", r"\1entreprise"),
    (r"\bsous quel(?:le)? (enseigne|nom)\b.*", r"\1"),
    (r"\b(?:nb|nbre|nombre|combien) (?:de )?couverts\b", "repas"),
    (r"^(?:sur quoi|que|qu|ce qu|ce que|quoi)\b.*\b(?:ensemble|avec (?:lui|elle|eux|nous))\b.*", "theme"),
    (r"\b(?:doit|devait|devrait) (?:finir|se terminer|s arreter|prendre fin)\b", "fin"),
    (r"^(?:code |libelle )?(?:de )?(?:la )?tranche\b.*$", "tranche"),
    (r"^(?:porte|encadre|pilote|coordonne|gere|assure)e?s? par\b.*$", "suivi par"),
    (r"^(?:un |le |quelques |dernier )*(?:petit )?mots? (?:du|de la|de l|des|pour)\b.*$|^interet (?:pour|chez)\b.*$", "observation"),
    (r"^(?:lp|lpo|lgt|sep|erea|cfa)(?: ou)?(?: (?:lp|lpo|lgt|sep|erea|cfa|segpa))+$", "type etablissement"),
    (r"\b(?:convention|acte|contrat|dossier)s? liee?s?\b", "convention liee"),
    (r"^(apprentis?|alternants?) sur place$", r"\1"),
    (r"^cd (?!post|naf|ape|insee|uai|rne|com|rncp|mef|dep|reg)", ""),  # what a base of data calls a choice: « CD_RECOND »
    (r"^(?:ce que|ce a quoi) nous\b.*\b(?:engages?|faire|ferons|faisons|organisons)\b.*$", "action"),
    (r"^(?:cfa|ofa) (?:porteur|gestionnaire|responsable|d appui|de rattachement|associe|signataire)$", "cfa partenaire"),
    (r"^date (?:retenue|fixee|arretee|choisie|convenue)$", "date"),
    (rf"\b(type|nature|categorie|famille|genre) d(?:e|u)? (?:l )?(?:{_PARTIES})\b", r"\1 entreprise"),
    (
        r"^(?:engagement|portee(?: dans le temps)?|validite|vigueur|periode|valable|pour)(?: en| nb de)?( mois| annees?| ans)$",
        r"duree\1",
    ),
    (r"^court du$", "debut"),
    (r"^(?:dernier )?point(?: fait)?(?: le)?$", "dernier contact"),
    (r"^(?:date )?(?:prevue?|tenue?)(?: ou| et)? (?:tenue?|prevue?|realisee?)(?: le)?$", "date"),
    (r"^(etablissement|lycee)s? (?:du|de la|de notre|de l) (?:bassin|secteur|academie|departement|zone|territoire)$", r"\1"),
    (r"^reperes?$", "reference"),
    (r"^(?:decoule|releve|relevant|issue?|decline|application) (?:de |d )?(?:l |un |quel )?accord\b.*$", "accord cadre"),
    (r"^domaines? (?:economiques?|professionnels?)$", "branche"),
    (r"^coups? de main\b.*$|^ce qu (?:il|elle|on)s? (?:font|fait|apporte\w*|donne\w*|offre\w*) (?:pour|chez|a|au|aux)\b.*$", "theme"),
    (r"^signature (?:du |de la |des |par le )?(?:ministre|recteur|rectrice|president\w*|officielle)\b.*$", "signature"),
    (r"^(?:n|no|num\w*|ref\w*) (?:de )?(?:la )?deliberation\b.*$", "deliberation"),
    (r"^(?:demi pension|couverts|lits?)\b.*$", "internat"),
    (r"^debut des? (?:echanges?|relations?|liens?|contacts?|collaboration)$", "depuis"),
    (rf"^(?:nature|type|forme) d(?:e|u|es|e la|e l)?(?: l)? (?:{_BONDS})s?$", "theme"),
    (r"^.*\bderniere fois\b.*$", "dernier contact"),
    (r"^dps\b", "depuis"),
    (r"^temps forts?$", "action"),
    (r"^(?:preteur|bailleur|mecene|hote)s?$", "entreprise"),
    (
        r"^(?:materiel|outillage|machine|equipement|plateau technique|plateau|atelier|local)s? (?:prete|donne|mis a disposition)e?s?$",
        "objet",
    ),
    (r"^datee?s? (?:du|de|le)$", "signature"),
    (r"^quelle fonction\b.*$", "referent lycee"),
    (r"^cadre conventionnel\b.*$", "convention liee"),
    (rf"^(?:accord|convention)s? cadres? (?:d[eu] |de la |avec la? |avec )?(?:{_HEADS_OF})(?: {_CITED})?$", "accord cadre"),
    (r"^(?:menee?s? a bien|tenues?|tenus?|honoree?s?|aboutie?s?)$", "realisee"),
    (r"^(?:nous |on )?(?:accueill\w+|recoi\w+|prenne?n?t?|prend) (?:nous |nos eleves |nos jeunes |des stagiaires )?en$", "filiere"),
    (r"^(ville|commune|nom|raison sociale|adresse) maj$", r"\1"),
    (r"^(?:de )?quoi (?:il )?s agit(?: il)?$|^de quoi (?:ca parle|est il question)$", "objet"),
    (
        r"^(?:n|no|numero|ref\w*|reference) (?:portee?|inscrite?|figurant|mentionnee?|reprise?|lue?) (?:sur|dans) (?:l |la |le )?\w+$",
        "reference",
    ),
    (r"^plus (?:exige|applicable|applique|valable|en vigueur)e?s? (?:apres|a partir|a compter|depuis)\b.*$", "fin"),
    (r"^bureaux a$", "commune"),
    (r"^n d attendu$", "numero critere"),
    (r"^texte d appui$", "texte reference"),
    (rf"^(?:{_IN_FORCE}) jusqu(?: au?| en)?$", "fin"),
    (r"^collectivite academique$", "academie"),
    (r"^liens$", "theme"),
    (r"^(?:1re|premiere) (?:fois|annee)$", "depuis"),
    (r"^revue? le$", "dernier contact"),
    (r"^tombe(?: a echeance)?(?: le)?$", "fin"),
    (r"^(?:le |la |l |votre )?(?:lycee|etablissement) (?:detient|a|porte|possede)\b.*\blabel\b.*$", "ldm"),
    (r"^(?:elle |il )?echoit\b.*$", "fin"),
    (r"^competente? (?:sur|pour le territoire)$", "ressort"),
    (r"^sert a$", "competence"),
    (r"^(?:company |account )?domain name$", "internet"),
    (r"^adresse ip$", "horodatage"),
    (r"\bautour de la table\b", "partenaire"),
    (r"\b(?:que )?vous (?:rejoignez|integrez)\b|\bse (?:trouve|situe)\b", ""),
    (r"^en (?:qualite|tant que)(?: de)?$", "qualite"),
    (r"^(?:montee?|organisee?|realisee?|menee?|faite?|conduite?|preparee?)s? avec$", "partenaire"),
    (r"^(?:cmq|campus) d excellence\b.*$", "excellence"),
    (r"^(?:autres? )?membres? (?:du monde|de l economie|economique|hors|non|issu)\b.*$|^autre membre\b.*$", "partenaire"),
    (r"^a denoncer(?: avant| au plus tard)?$", "preavis"),
    (r"\b(?:nombre|nb|nbre) de (?:documents?|pieces|fichiers?|pages?|lignes?|relances?|tickets?)\b", "fichier"),
    (r"^comptes? (?:associe|lie|client|rattache)s?$", "entreprise"),
    (r"^(?:convention|acte|contrat|learning)s? \w.* n(?:o|um\w*)?$", "reference"),
    (rf"^(?:{_IN_FORCE}) du$", "debut"),
    (r"^(?:nommez|titrez|intitulez|donnez un (?:nom|titre)(?: \w+)? a) (?:l |votre |cette )?action\b.*$", "action"),
    (r"^(?:quel jour|(?:a )?quelle date)\b.*\blieu\b.*$|^quel jour$", "jour"),
    (r"^(?:postule|candidate|candidature)(?: au label)? (?:cette annee|en cours)$", "candidature en cours"),
    (r"^acronyme (?:du )?service$", "code"),
    (r"^echelon qui\b.*$", "portee critere"),
    (r"^lycees? (?:embarques?|engages?|mobilises?|impliques?|parties? prenantes?)$", "lycee"),
    (r"^(?:ajoute|fixe|decide|demande)e?s? par (?:l |la |le )(academie|region)\b.*$", r"\1"),
    (r"^entreprise code effectif entreprise$", "tranche"),  # of « Démarches simplifiées »
    (r" avec (?:lequel|laquelle|lesquels|lesquelles|qui) (?:vous |nous |on )?(?:cooper|travaill|echang|collabor)\w+$", ""),
    (r"^ce (?:qu on a|que nous avons|qui a ete|qui est) signee?s?$", "objet"),
    (r"^(?:on |a )?(?:s adresse\w*|adresser|saisir|solliciter|contacter|appeler) (?:a eux |les )?pour$", "competence"),
    (r"^(?:participant|membre|acteur)s? hors\b.*$", "partenaire"),
    (
        (
            r"^(?:parrainage|partenariat|lien|relation|collaboration|contact)s?"
            r" (?:commence|debute|engage|ouvert|noue|etabli|initie)e?s?(?: le| en)?$"
        ),
        "depuis",
    ),
    (r"^attendus?$", "exigence"),
    (r"^abroge\w*(?: le| depuis)?$", "fin"),
    (r"^(?:qu y |ce qu on y |ce qui s y |que )?(?:enseigne|forme|apprend|prepare)\w* (?:t )?on\b.*$", "filiere"),
    (r"^criteres?(?: s)? (?:servi|touche|vise|concerne|alimente|nourri|rattache|couvert)e?s?(?: s)?$", "critere"),
    (r"^(?:ce qu elle |elle |elles )?(?:prevoit|port(?:e|ent|ait|aient) sur)$", "objet"),
    (r"^(?:sous|dans le cadre de|au titre de) (?:quelle |la )?convention\b.*$", "convention liee"),
    (r"^(?:pays d accueil|accueil pays)$", "pays entreprise"),
    (r"^(?:beneficie\w*|profite\w*|destine\w*|pour) (?:a|aux|les) (?:eleves|jeunes|apprentis) (?:de|du|en)$", "filiere"),
    (r"^(?:service|bureau) qui (?:l[ea]? )?(?:suit|gere|pilote)\b.*$", "referent lycee"),
    (r"^(?:clause de )?(?:discretion|secret|confidentialite) (?:sur|des?|du)\b.*$", "confidentialite"),
    (r"^(?:notre |nos |mon )?avis (?:des?|du) (?:nos |la |l )?(?:prof\w*|enseignante?s?|ddfpt|bde|tuteurs?)\b.*$", "observation"),
    (r"^(?:passee?|vue?|votee?|presentee?|validee?|adoptee?|soumise?)s? (?:au|en|par le|devant le) (?:ca|conseil)\b.*$", "vote"),
    (r"^tout le monde (?:a|ont) signe\b.*$|^signee?s? par (?:tout le monde|tous|toutes|les deux)\b.*$", "signature"),
    (r"^(?:ils?|elles?|on) (?:est|sont|les trouve|la trouve|le trouve) ou$", "commune"),
    (r"^(?:cr|c r|compte rendus?) (?:de|du|des|d)\b.*$", "observation"),
    (r"^.*\ben (?:qualite|tant que)(?: de)?$", "qualite"),
    (r"^(?:on|nous) (?:a|avons) (?:fait|monte|organise|mene|realise) quoi$|^ce qu on leur propose$", "action"),
    (r"^a (?:donne|produit|apporte|servi a) quoi$|^ce que (?:j en|on en|nous en) \w+$", "observation"),
    (
        r"^(?:date )?a lieu$|^(?:a lieu|se passe|se tient|se deroule) quand$|^quand (?:est ce que )?(?:a lieu|se passe|se tient)$",
        "jour",
    ),
    (r"^(?:fait|tenu|realise)e?s? ou (?:pas|non)(?: fait| tenu| realise)?e?s?$", "realisee"),
    (r"^(?:ont|a) (?:t )?(?:ils|elles|il|elle|on)\b", ""),
    (r"^(?:coop\w*|societe|entreprise|firme|boite|structure|compte|groupe) mere$", "maison mere"),
    (r"^a cesse\b(?: son activite| d exister| le)*$", "ferme"),
    (r"^(?!duree|preavis)\w+(?:ee?|ue?|ie?)s? avant (?:le |son |sa |l |la )?(?:terme|heure|echeance|fin)\b.*$", "rompue"),
    (r"^id(?:entifiant)? (?:du )?(?:cmqe?|campus)$", "code campus"),
    (r"^val(?:eur)? contractuelle$", "montant"),
    (r"^(?:designation|libelle|description) (?:du |de l )?(?:contrat|acte|marche)$", "objet"),
    (r"\bannuel(?:le)?s?\b", ""),
    (r"^(?:record |submission |respondent |response )?id$", "horodatage"),  # how software numbers what it keeps
    (r"^x (?:studio (?=\w)|(?=name$))", ""),  # fields that somebody added to an application
    (r"\b(org|ent|part|siege|struct|etab) (?:com|cne)\b", r"\1 commune"),
    (r"\bcette annee$", ""),
    (
        r"^(?:les gens|tout le monde|on|ils|les eleves) l? ?(?:appellent|appelle|connaissent|connait)(?: comme| sous le nom)?\b.*$",
        "enseigne",
    ),
    (r"^cote (?:employeur|entreprise|patronat|monde economique)s?(?: c est)?(?: signee?s? par| signataires?)?$", "partenaire"),
    (r"^(?:a )?quel (?:etage|echelon)$", "niveau accord"),
    (r"^(?:et )?a la fin(?: on| ca)?(?: renouvelle| fait quoi| repart)?$", "renouvellement"),
    (r"^constituee? en$", "forme juridique"),
    (r"^implantee?s?$", "adresse"),
    (
        (
            r"^(?:appartient|appartenant) (?:a|au|aux)(?: un| quel)?(?: groupe)?$"
            r"|^(?:fait|font) partie d(?:u|e l|e la|un)(?: quel)? groupe$"
        ),
        "groupe",
    ),
    (r"^groupe d appartenance$", "groupe"),
    (r"^(?:a )?(?:baisse le rideau|mis la cle|ferme boutique|met la cle|depose le bilan)\b.*$", "fermee"),
    (
        r"^(?:nos |les |des |quels )?(?:eleves|jeunes|apprentis|stagiaires|gars|filles) (?:de|en|du|dans) (?:quels?|quelles?) (?:\w+)$",
        "filiere",
    ),
    (r"^delai (?:pour|avant) (?:se quitter|partir|arreter|sortir|rompre|denoncer|s en aller)$", "preavis"),
    (r"^(?:s |on s |nous nous |on )?(?:engage|engageons) pour$", "duree"),
    (r"^qu est ce que c est$|^ce qu (?:on|ils|elles|il|elle) y (?:fait|font|a fait|ont fait)$", "action"),
    (r"^(?:avec qui|qui avec)(?: on| nous)? (?:l[ea] |y )?(?:monte|fait|organise|prepare|travaille|va|est)\w*$", "partenaire"),
    (
        (
            r"^(?:ils|elles|on|nous) (?:sera|seront|serons|etait|etaient|etions|est|sont|sommes) combien$"
            r"|^combien (?:on|ils) (?:est|etait|etaient|sont|seront)$"
        ),
        "nombre jeunes",
    ),
    (r"^(?:on |nous |ils )?(?:attaque|y va|decolle|part)(?:nt|ons)? le$|^decollage$|^envol$", "jour"),
    (r"^boucle?e?s?$|^plie?e?s?$", "realisee"),
    (
        r"^(?:nos |les |leurs )?(?:remarques?|commentaires?|observations?|notes?) (?:d[eu]s?|de la|de l|internes?|pour|sur)\b.*$",
        "observation",
    ),
    (
        (
            r"^(?:notes?|remarques?|observations?|obs|rem) (?:du |de la |de l |des )?(?:conseiller\w*|chargee?|coordo\w*"
            r"|bureau|bde|ien|animat\w*)$"
        ),
        "observation",
    ),
    (
        (
            r"^(?:voulez|souhaitez|avez) vous\b.*\b(?:ajouter|preciser|signaler)\b.*$"
            r"|^quelque chose a (?:ajouter|dire|preciser|signaler)\b.*$"
        ),
        "observation",
    ),
    (r"^(?:son|leur|notre) (?:coin|territoire|perimetre|secteur geographique|rayon)$", "ressort"),
    (r"^pour quoi (?:les |la |le )?(?:deranger|embeter|voir|ecrire|mobiliser)\b.*$", "competence"),
    (r"^(?:elle |il |elles |ils |ca |on )?(?:est|sont) (?:basee?s? |installee?s? |implantee?s? |situee?s? )?a$", "commune"),
    (r"^(?:si c est )?une autre (?:structure|entreprise|organisation)$", "partenaire"),
    (r"^(?:sa |leur )?place (?:a la table|au (?:campus|copil|cmq|conseil))\b.*$|^fonction au sein (?:du|de la|de l)\b.*$", "qualite"),
    (r"^remonte a$", "depuis"),
    (r"^(?:il |elle )?(?:existe|fonctionne|tourne) depuis\b.*$", "cree"),
    (r"^qui s en (?:charge|occupe)\b.*\b(?:chez nous|au lycee|ici|cote lycee)\b.*$", "suivi par"),
    (r"^.*\b(?:prend la suite|fait suite|succede)\b.*$", "remplace"),
    (r"^(?:va|vont|tient|vaut|dure|court|valide?|valable)(?: jusqu(?: au?| en)?| jusqua)$", "fin"),
    (
        (
            r"^(?:partie?|adressee?|envoyee?|transmise?|montee?|deposee?|arrivee?) (?:au|a la|aux) (?:rectorat|dasen|dsden|controle"
            r"|autorite|region)\b.*$"
        ),
        "transmission",
    ),
    (r"^argent (?:prevu|verse|engage|en jeu|demande)$|^(?:ce que )?(?:ca )?coute\b.*$|^combien ca coute$", "montant"),
    (r"^style (?:de |d )(?=\w)", "type "),
    (r"^org\w* prof\w* (?:signataire|concernee?|d employeurs)$", "partenaire"),
    (r"^(?:code )?tr(?:anche)? (?:d )?eff\w*\b.*$", "tranche"),
    (r"^motif suite$", "observation"),
    (r"\bco (?=intervenant|organisat|porteur)", ""),
    (r"^position greta$|^position (?:par rapport |vis a vis )?(?:au|du) greta$", "adherent greta"),
    (r"^(?:camarade|collegue)s?(?: referente?s?| (?:qui|en) \w+)?$", "secretaire"),  # a person, by the name
    (r"^(?:ils|elles|il|elle|on|vous) (?:ont|a|avez) (?:des |un |une |du )(?=\w)", ""),
    (r"^partner id\b", "partenaire"),
    (r"^groupe (?:campus|cmq)$", "campus"),
    (r"^(?:dt|date) (?:d )?eff$", "debut"),
    (r"^dernieres? (?:activite|interaction)s?$", "dernier contact"),
    (r"^combien d (?:eleves|apprentis|jeunes)\b.*$", "nombre jeunes"),
    (r"^(?:libelle|objet|titre|sujet|intitule) (?:de la |du |de l )?(?:demande|ticket|fiche)$", "objet"),
    (r"^n d ordre$", "numero"),
    (r"^date (?:du |de )?(?:dernier|premier|1er) label$", "label depuis"),
    (
        r"^(id|identifiant|n|no|num|numero|ref|reference) (?:de l |d )?(?:interv\w*|operation|evenement|mobilite|rencontre)$",
        r"\1 action",
    ),
    (r"^(?:chantier|action|operation|projet) n(?:o|um\w*)?$|^fiche action$", "numero action"),
    (r"^(?:n|no|num\w*|code|id) (?:du |de la |de l )?(?:clee|reseau|greta|club)$", "code reseau"),
    (r"^(?:chez nous|ici|au lycee|cote lycee)\b.*\b(?:dossier|suivi|s en occupe|gere|s en charge)\b.*$", "suivi par"),
    (r"^qui (?:veille|suit|s occupe|s en occupe|gere|s en charge)\b.*\b(?:au lycee|chez nous|ici|cote lycee)\b.*$", "suivi par"),
    (r"^(?:de quoi |ce dont )(?:il |ca )?(?:retourne|est question|parle)\b.*$", "objet"),
    (r"^(?:elle |il |ca )?s (?:eteint|acheve|arrete)(?: le| quand)?$", "fin"),
    (r"^nom de code(?: du| de la| de l)?(?: \w+)?$", "reference"),
    (r"^avec qui\b.*\b(?:engagee?s?|signee?s?|conclue?s?|liee?s?|passe)$", "partenaire"),
    (r"^(?:c est )?quo?i comme (\w+)$|^quel(?:le)? (?:espece|sorte|genre|type) d(?:e|u) (\w+)$", r"type \1\2"),
    (r"^combien de (?:mois|temps|semaines|jours) avant\b.*$|^(?:faut |on doit )?prevenir\b.*\bavant\b.*$", "preavis"),
    (r"^(?:la bas )?c est chez(?: qui)?$|^(?:attendu|recu|accueilli|reception|stage|place)e?s? chez$", "partenaire"),
    (r"^(ville|commune|pays) (?:d |de l |de )?(?:atterrissage|arrivee|destination|chute|accueil|attache)$", r"\1 entreprise"),
    (r"^(?:papier|parchemin|document|tout)s? signee?s?(?: le)?$", "signature"),
    (r"^(?:et )?(?:ca |elle |il )?dure(?:nt|ra)?(?: combien(?: de temps)?)?$", "duree"),
    (
        r"^(?:on |nous )?(?:leur |lui |y )?(?:envoie|place|met|recoit) combien d(?:e|es) (?:jeunes|eleves|stagiaires)$",
        "nombre jeunes",
    ),
    (r"^pense bete$|^(?:ma |mes |nos |une )?(?:p tite |petite )?notes?$|^carnet de\b.*$", "observation"),
    (r"^(?:des |les )?(apprentis|alternants|stagiaires) aussi$", r"\1"),
    (r"^(?:nb|nombre|nbre|combien) de tetes$", "nombre jeunes"),
    (r"^les (?:pros?|entreprises|structures|patrons|boites) (?:qui en sont|dedans|membres|qui suivent|dans la boucle)$", "partenaires"),
    (r"^rempile\w*\b.*$|^(?:ca |elle |il )?repart\b.*$", "renouvellement"),
    (r"^nos amis pros?$", "partenaires"),
    (r"^petit nom$", "sigle"),
    (r"^nom en (?:entier|toutes lettres)\b(?: le vrai)?", "nom"),
    (r"^a t (?:il|elle)\b.*\b(excellence|label\w*|internat|ufa|bde)\b.*$", r"\1"),
    (r"^(?:maison|lycee|etablissement) qui (?:l |le |la )?(?:heberge|porte|accueille|abrite)\b.*$", "lycee support"),
    (r"^(?:ils |elles |on )?s (?:occupe|occupent) de (?:quel|quelle|quels)\b.*$", "ressort"),
    (r"^(?:code|numero) de la poste$", "code postal"),
    (r"^(?:ils |elles |on |nous )?\w+ (?:nos |des |les )(?:eleves|jeunes|apprentis|stagiaires) depuis(?: le| quand)?$", "depuis"),
    (r"^petit sigle$", "sigle"),
    (r"^(?:ou est |leur |son )?(?:le )?(?:qg|camp de base)$|^port d attache$", "commune"),
    (r"^label a (?:remettre en jeu|renouveler|refaire|repasser)\b.*$", "label fin"),
    (r"^estampillee?s?\b(.*)$", r"\1"),
    (r"^(?:sa |leur )?casquette\b.*$", "qualite"),
    (r"^cote (?:au|du|de) (?:registre|classement|dossier)$", "reference"),
    (r"^se (?:prolonge|reconduit|renouvelle|poursuit)\b.*$", "renouvellement"),
    (r"^(?:texte|acte|accord|convention) qu (?:il|elle) (?:remplace|abroge|annule)$", "remplace"),
    (r"^coin d(?:e|u)\b.*$", "ressort"),
    (r"^dernier (?:cafe|verre|dejeuner|repas|the)\b.*$", "dernier contact"),
    (r"^(?:on |a )?(?:frappe|toque|sonne)\w* (?:la |ici )?pour$", "competence"),
    (r"^(siren|siret|commune|ville|adresse) de l autre$", r"\1 partenaire"),
    (r"^(?:quai|rue|place|avenue|chemin)(?: (?:quai|rue|place|avenue|chemin|zone))+$", "adresse"),
    (r"^avec (?:qui|quel\w*|quelle?s? \w+) (?:avez vous|est ce que vous avez) (?:conventionne|signe|passe)\w*\b.*$", "partenaire"),
    (r"^qui\b.*\b(?:la bas|sur place|chez eux)$", "tuteur"),
    (r"^(?:magasin|agence|antenne|boutique|site|usine|atelier) (?:de|a|d)$", "commune"),
    (r"^depart$", "departement"),  # « Départ. »
    (rf"^dern(?:ier|iere)?s? (?:{_SEEN})\b.*$", "dernier contact"),
    (rf"^(?!.*\b(?:{_NOT_SINCE}))\w.*\bdepuis(?: le| la| l| quand)*$", "depuis"),
    (r"^(?:c est )?ou(?: (?:ca|c|est|sont|elles?|ils?|on|se|trouve|passe|situee?s?))+$", "commune"),
    (r"^(?:(?:ou|on|ca|c) )+en est(?: (?:on|ou|ca))*$|^ou en (?:est|sommes|etes)\b.*$", "avancement"),
    (r"^(?:id )*(?:numero|n|id|identifiant) (?:de )?(?:la )?(?:reponse|soumission)$", "horodatage"),
    (r"\bs agit il\b|\boui non\b|\bfaites vous partie d\b", ""),
    (r"^sur quoi porte(?:nt)?\b", "objet"),
    (r"^(?:quand |a quelle date |elle |il |ca )?(?:se termine|prend fin|finit|s acheve|s arrete|expire)\b", "fin"),
    (r"^(?:quand |a quelle date )?(?:commence|debute|demarre|prend effet)\b", "debut"),
    (r"^quand\b(.*)\b(?:termine|fin|acheve|expire)\b", r"fin \1"),
    (r"^quand\b(.*)\b(?:commence|debute|demarre)\b", r"debut \1"),
    (r"\b(?:chaque|par) an(?:nee)?\b|(?<=\w) an$|\bsi (?:oui|non)\b(?: lequel| laquelle)?", ""),
    (r"\b(?:ont|a) (?:participe|assiste)\b|\b(?:accueillez|comptez|avez|recevez|formez)(?: vous)?\b", ""),
)
_PHRASES = tuple((re.compile(pattern), word) for pattern, word in _SAID)
# One look tells that no phrase is in a heading, as is usual: to look for each in turn would cost five times more.
_ANY = re.compile("|".join(f"(?:{phrase.pattern})" for phrase, _ in _PHRASES))


def in_words(folded: str) -> str:
    """Give a folded heading with its phrases turned into words."""
    if _ANY.search(folded) is None:
        return folded
    for phrase, word in _PHRASES:
        folded = phrase.sub(word, folded)
    return folded
