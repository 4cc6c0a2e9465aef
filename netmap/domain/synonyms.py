"""Words that people write for the choices of `netmap.domain.vocabulary`: by vocabulary, then by code, parted by « ; ».

What a word may mean besides has no entry: « abandonnée » is not said to be a convention that was ended.
"""

from collections.abc import Mapping

_SAID: Mapping[str, Mapping[str, str]] = {
    "statut": {
        "prive": "privé; PR; enseignement privé",
        "prive_contrat": (
            "sous contrat; privé sous contrat d'association; contrat d'association; privé SC; privé s/contrat; privé s/c; privé ss "
            "contrat; privé ss c; pc; psc; pr sc; prsc; pr c; PR sous contrat"
        ),
        "prive_hors_contrat": "hors contrat; privé HC; phc; pr hc",
        "public": "PU; pub; publ; enseignement public",
    },
    "etat": {
        "ouvert": (
            "actif; active; a; encore ouvert; toujours ouvert; en activité; en fonctionnement; en service; immatriculé; "
            "immatriculée; existe"
        ),
        "ferme": (
            "f; fermée; parti; partie; cessé; cessée; clos; close; radié; radiée; en liquidation; liquidation; liquidation "
            "judiciaire; liquidée; dissoute; dissous; disparue; disparu; n'existe plus; cessation d'activité; activité cessée; a "
            "fermé; inactif; inactive; fermeture définitive"
        ),
        "a_fermer": "va fermer; fermeture prévue; fermeture annoncée; en cours de fermeture",
        "a_ouvrir": "ouverture prévue; en création; en construction; va ouvrir",
    },
    "categorie": {
        "entreprise": (
            "société; groupe; ent; entreprises; les entreprises; monde économique; entreprise privée; société privée; "
            "grande entreprise; grand groupe; pme; tpe; eti; tpe/pme; pme/pmi; artisan; commerce; commerçant; industriel; "
            "exploitation agricole; agence d'intérim; start-up; entreprise publique; sté; sté privée; établissement "
            "privé; auto-entrepreneur; micro-entreprise; coopérative; exploitant; exploitation; employeur; entr; "
            "entreprise artisanale; entreprise familiale; entreprise industrielle; firme; commerce de proximité; "
            "restaurant; hôtel; garage; filiale; entreprise individuelle; autoentrepreneur; micro-entrepreneur; "
            "indépendant; profession libérale; libéral; artisanat; industrie; commerçant artisan; artisan commerçant; "
            "franchisé; supermarché; hypermarché; magasin; scop; concession; concessionnaire; cabinet; salon de coiffure; "
            "entreprise du btp; entreprise locale; entreprise de service; entreprise de services; esn; grande surface; "
            "gms; distributeur; traiteur; entrep; tpe artisanale; pme industrielle; groupe industriel; société commerciale"
        ),
        "branche": (
            "fédération; branches professionnelles; branches; fédérations; syndicat professionnel; branche "
            "professionnelle; fédération professionnelle; organisation professionnelle; branche; union professionnelle; "
            "syndicat; fédé; fédération pro; fédération de branche; branche pro; organisation patronale; union patronale; "
            "syndicat patronal; interprofession; organisation syndicale; fédération nationale; fédération départementale; "
            "fédération régionale; syndicat de branche; fédé pro; organisation prof; organisation pro; ordre "
            "professionnel; groupement professionnel"
        ),
        "chambre": (
            "cci; cma; chambres consulaires; consulaires; chambre de métiers; chambre d'agriculture; réseau consulaire; "
            "chambre; consulaire; chambre de commerce; chambre de commerce et d'industrie; chambre de métiers et de "
            "l'artisanat; chambre des métiers; chambre de commerce et industrie; chambres; chambre des métiers et de "
            "l'artisanat; cma cci; cci cma"
        ),
        "mission_locale": "ml; miss loc; mission loc",
        "service_emploi": (
            "france travail; pôle emploi; cap emploi; spe; agence france travail; maison de l'emploi; service de l'emploi; emploi"
        ),
        "collectivite": (
            "mairie; commune; région; département; collectivité; collectivité locale; communauté de communes; intercommunalité; "
            "epci; métropole; conseil départemental; conseil régional; ville; communauté d'agglomération; collectivité "
            "territoriale; communauté urbaine; agglomération; agglo; com com; syndicat intercommunal; syndicat mixte; coll "
            "territoriale; coll terr; collectivités; collectivités territoriales; comcom; commune mairie; conseil général; "
            "service municipal; établissement public local; parc naturel régional; pnr"
        ),
        "etat": (
            "administration; ministère; service public; préfecture; service déconcentré; DREETS; état; services de l'état; "
            "administration publique; armée; police; gendarmerie; éducation nationale; rectorat; dsden; défense; justice; "
            "ministère des armées; tribunal"
        ),
        "formation": (
            "cfa; greta; organisme de formation; centre de formation; afpa; centre de formation d'apprentis; of; organisme de "
            "formation continue; école de production; centre formation; mfr; organismes de formation; cfa of; of cfa; "
            "centre de formation apprentis"
        ),
        "superieur": (
            "univ; université; enseignement supérieur; école d'ingénieurs; iut; laboratoire; recherche; établissement "
            "d'enseignement supérieur; laboratoire de recherche; enseignement sup; sup; école supérieure; école d'ingénieur; "
            "labo; centre de recherche; ens supérieur; ens sup; esr; enseignement supérieur et recherche; grande école; écoles "
            "d'ingénieurs; iut université; université iut"
        ),
        "sante_social": (
            "hôpital; ehpad; établissement de santé; clinique; médico-social; sanitaire et social; esat; santé; établissement "
            "médico-social; structure médico-sociale; établissement de soins; maison de retraite; crèche; social; ime; "
            "sanitaire; établissement social; centre hospitalier; résidence autonomie; sanitaire social; secteur médico-social; "
            "petite enfance; structure petite enfance; micro-crèche; hôpital public; foyer de vie; paramédical; médical; maison "
            "de santé; ssiad; service à domicile; aide à domicile; services à la personne; ehpad public; ehpad privé; structure "
            "de soins; médicosocial; foyer; mas; iem; itep; maison médicale; cabinet médical; cabinet infirmier; pmi"
        ),
        "culture": (
            "musée; théâtre; médiathèque; bibliothèque; structure culturelle; lieu culturel; culturel; établissement culturel; "
            "salle de spectacle; association culturelle; cinéma; compagnie de théâtre; troupe; festival; conservatoire; opéra; "
            "orchestre; scène nationale; musées; patrimoine; centre d'art; galerie; frac; musée de france; monument historique"
        ),
        "etranger": (
            "étranger; partenaire international; établissement étranger; entreprise étrangère; lycée étranger; établissement "
            "scolaire étranger; hors france; international; partenaire européen"
        ),
        "association": (
            "asso; assoc; associations; monde associatif; association loi 1901; ong; fondation; club d'entreprises; "
            "association locale; association d'insertion; structure associative; associatif; fondation d'entreprise; "
            "club; asso sportive; association sportive; structure d'insertion; chantier d'insertion; régie de quartier; "
            "asso loi 1901; club sportif; fédération sportive; association culturelle et sportive; association "
            "caritative; association professionnelle; asso d'insertion; siae; iae"
        ),
        "opco": "opérateur de compétences",
    },
    "theme": {
        "pfmp": (
            "stage; stages; accueil en pfmp; stages pfmp; stagiaires; accueil de stagiaires; périodes de formation; accueil "
            "stagiaires; périodes en entreprise; périodes de formation en milieu professionnel; formation en milieu "
            "professionnel; pfmp et stages; stages élèves; accueil d'élèves; accueil élèves; accueil en stage; stages et pfmp; "
            "stage pfmp; stages en entreprise; stage en entreprise; pfmp élèves; accueil de pfmp; accueil pfmp; accueil d'élèves "
            "en pfmp; accueil des élèves en pfmp; pfmp uniquement; pfmp bac pro; pfmp cap; offre de stages; places de stage; "
            "accueil élèves en stage; accueil en stages; accueil d'élèves en stage; stages bac pro; stages cap; stages des "
            "élèves; accueil élèves pfmp; pfmp seules; stages en milieu professionnel; accueil d'élèves stagiaires; lieux de "
            "stage"
        ),
        "apprentissage": (
            "alternance; apprentis; contrat d'apprentissage; apprenti; contrats d'apprentissage; alternants; contrats "
            "d'alternance; alternant; app; appr; apprentissage et alternance; mixité des parcours; parcours mixte; parcours "
            "mixtes; accueil d'apprentis; accueil apprentis; contrats apprentissage; contrats app; recrutement d'apprentis"
        ),
        "visite": (
            "visites; visite; visite d'entreprise; visites d'entreprises; visite de site; visites de sites; visite entreprise; "
            "visites entreprises; sortie; visite de chantier; visite d'atelier; visites de chantier; visites de chantiers; "
            "visite usine; visites d'usine; visite d'usine; sorties; sortie pédagogique; sorties pédagogiques; visite "
            "d'exploitation; visites d'exploitation; visites de site; visites d'ateliers; visites guidées; visite guidée; sortie "
            "entreprise; visite de classe"
        ),
        "certification": (
            "visite-jury; jury; jurys; ccf; jury d'examen; jurys d'examen; participation aux jurys; jury de ccf; jurys de ccf; "
            "épreuves; jurys de bac pro; membre de jury; membres de jury; évaluation; évaluations; jury bac pro; jury cap; "
            "jury de bac pro; jury bac; jurys bac pro; jurys cap; coloration; fcil; examens; participation jury; "
            "participation aux jurys d'examen; jury ccf; jurys ccf"
        ),
        "intervention": (
            "interventions; témoignages; conférence; intervention; interventions de professionnels; intervention en classe; "
            "intervention de professionnel; témoignage; conférences; rencontre; rencontres; rencontre avec un professionnel; "
            "atelier; intervention pro; interventions pro; intervenant; intervenants; démonstration; démonstrations; "
            "masterclass; master class; ateliers; présentation; interventions en cours; intervention au lycée; interventions au "
            "lycée; table ronde; intervention d'un professionnel; interventions professionnels; intervention professionnel; "
            "témoignages de professionnels; témoignage métier; cours dispensés; interventions classe; intervention classe"
        ),
        "materiel": (
            "plateau technique; prêt de matériel; don de matériel; don; matériel; équipement; dons; équipements; prêt de "
            "machines; prêt; prêts; prêt matériel; don matériel; dons de matériel; fourniture; matériaux; machines; mise à "
            "disposition de matériel; plateaux techniques; don machine; don de machines; prêt d'outillage; don d'outillage; "
            "outillage; don de tissus; don de denrées; dons matériel; matières premières; matière d'œuvre; don de matière "
            "d'œuvre; don de matériaux; dons de matières; prêt de véhicules; don de véhicules; don de véhicule; prêt de "
            "véhicule; mise à disposition matériel; don d'équipement; dons d'équipements; prêts de matériel; dotation; dotation "
            "en matériel; don ou prêt de matériel; dons de fournitures; prêt de locaux; mise à disposition de locaux; fournitures"
        ),
        "international": (
            "mobilité; mobilité erasmus; mobilités erasmus; europe; erasmus; mobilité internationale; mobilités; erasmus+; "
            "échange; échanges; mobilité européenne; stage à l'étranger; mobilité sortante; stages à l'étranger; europe et "
            "international; partenariat européen; jumelage; international europe; ouverture internationale; pfmp à "
            "l'étranger; pfmp europe"
        ),
        "mentorat": (
            "parrainage; tutorat; mentorat; parrain; parrainages; mentor; tuteurs; tutorat d'élèves; parrainage de classe; "
            "parrainage de promotion; parrain de promotion; parrain de promo; marrainage; coaching; accompagnement individuel; "
            "parrainage promo; mentorat d'élèves"
        ),
        "orientation": (
            "découverte des métiers; immersion; mini-stage; découverte professionnelle; stage de 3e; stages de 3e; information "
            "métiers; information; découverte; stage de découverte; stages de découverte; stage de seconde; stage 2de; stages "
            "3e; stage 3e; stage 3ème; stages 3ème; stage de 3ème; stages de 3ème; stage d'observation; stages d'observation; "
            "observation; immersions; mini-stages; info métiers; promotion des métiers; découverte métiers; découverte du "
            "métier; stages 2de; stages de 2de; liaison collège; liaison collège lycée; attractivité des métiers; présentation "
            "des métiers; présentation métiers; immersion collégiens"
        ),
        "decrochage": (
            "décrochage scolaire; persévérance; persévérance scolaire; raccrochage; décrochage; lutte contre le décrochage; "
            "décrocheurs; prévention du décrochage; prévention décrochage; anti-décrochage; accroche scolaire; remobilisation; "
            "mldi"
        ),
        "insertion": (
            "emploi; job dating; recrutement; insertion; insertion pro; insertion professionnelle; embauche; embauches; "
            "recrutements; simulation d'entretien; simulations d'entretien; aide à l'insertion; insertion des jeunes; jobdating; "
            "offres d'emploi; recherche d'emploi; aide à la recherche d'emploi; coaching emploi; préparation à l'emploi; cv et "
            "entretiens; entretiens d'embauche; simulation "
            "d'entretiens; simulations d'entretiens; recrutement des diplômés; insertion des diplômés; accès à l'emploi; année "
            "y; parcours y; ambition emploi"
        ),
        "forum": (
            "forum des métiers; forum; salon; portes ouvertes; événementiel; forums; salons; jpo; forum métiers; forum "
            "entreprises; salons et forums; forums métiers; journée portes ouvertes; journées portes ouvertes; portes ouvertes "
            "du lycée; forums et salons; forum de l'orientation; salon professionnel; événement; événements"
        ),
        "projet": (
            "chef-d'œuvre; projet pédagogique; concours; projets; projet tutoré; challenge; défi; chantier école; "
            "chantier-école; mini-entreprise; projet avec les élèves; projet avec des élèves; projet pluridisciplinaire; projets "
            "pédagogiques; chefs-d'œuvre; projet commun; projet de classe; projets de classe; chantiers; chantier; chantiers "
            "écoles; chantiers pédagogiques; chantier pédagogique; commande; commandes; commande réelle; réalisation; "
            "réalisations; mini-entreprises; projet chef-d'œuvre; concours élèves; concours général; travaux pratiques; projet "
            "d'élèves; projets élèves; projet élèves"
        ),
        "taxe": (
            "ta; taxe; solde ta; ta solde; versement de la taxe d'apprentissage; taxe d'apprentissage; versement de la taxe; "
            "solde de la taxe; solde de la ta; versement ta; ta 13 %; taxe app; taxe apprentissage; taxe d'app; soltéa"
        ),
        "formation_enseignants": (
            "formation des enseignants; formation des professeurs; stages enseignants; formation des profs; formation de profs; "
            "formation profs; formation enseignants; stage enseignant; formation des équipes; stage professeur; stages profs; "
            "stage prof; stages de professeurs; stages professeurs; immersion enseignants; immersion de professeurs; immersion "
            "d'enseignants; immersion des enseignants; formation de formateurs; formation des formateurs; formation des pfp; "
            "stages des enseignants; stage des enseignants; formation professeurs; formation prof; cefpep"
        ),
        "culture": (
            "culturel; culture; action culturelle; sorties culturelles; sortie culturelle; eac; projet culturel; action "
            "culturelle et artistique; sorties au musée; art et culture; peac"
        ),
        "recherche": "transfert de technologie; innovation; r&d; recherche et innovation; recherche et développement; transfert",
        "formation_continue": (
            "fc; formation d'adultes; formation adultes; formation des adultes; formation des salariés; formation de salariés; "
            "formation continue des adultes; formation des demandeurs d'emploi; vae"
        ),
        "global": "général; multi-thèmes; partenariat général; partenariat large; convention globale; partenariat complet",
    },
    "etat_convention": {
        "signee": (
            "en cours; active; en vigueur; valide; en cours de validité; signée par les deux parties; à renouveler; effective; "
            "signée des deux parties; signée par tous; signée 2 parties; exécutoire; actif; valable; en application; en cours "
            "d'exécution; en cours d'application; en cours de réalisation; courante; oui signée; à jour; en place; vigueur; "
            "signée et transmise; signée et exécutoire; signée en cours; en cours (signée); signé par les 2 parties; signée par "
            "les 2 parties; signée par les deux"
        ),
        "projet": (
            "à signer; en préparation; brouillon; en projet; en cours de rédaction; à rédiger; en rédaction; en cours "
            "d'élaboration; en élaboration; en négociation; en discussion; à l'étude; à finaliser; en relecture; projet en "
            "relecture; encore en projet; toujours en projet; en attente; à valider; en signature; à voter; à passer en ca; à "
            "présenter au ca; à présenter en ca; à envoyer; envoyée; envoyée pour signature; chez le partenaire; en circuit de "
            "signature; attente signature; attente de signature; attente retour; en attente de retour; en attente retour; en "
            "cours de validation; en attente de validation; pas signée; pas encore signée; prévue; à venir; en réflexion; en "
            "construction; en cours de négociation; en cours de discussion; à faire signer; rédaction; négociation; rédaction en "
            "cours; négociation en cours; à relire; à établir; à faire"
        ),
        "terminee": (
            "échue; expirée; finie; caduque; archivée; close; achevée; clôturée; arrivée à échéance; périmée; dépassée; non "
            "renouvelée; non reconduite; à archiver; éteinte; arrivée à terme; fin; arrivée à son terme; échue non renouvelée; "
            "expirée non renouvelée; terme échu; obsolète"
        ),
        "denoncee": (
            "résiliée; rompue; annulée; résilié; résiliation; rupture; dénonciation; rompu; résiliée par le partenaire; rupture anticipée"
        ),
        "votee": (
            "votée; votée, à signer; votée non signée; approuvée en ca; validée en ca; votée CA; passée en CA; adoptée; adoptée "
            "en CA; votée au ca; délibérée; passée au ca; votée par le ca; vu en ca; vue en ca; présentée au ca; adoptée au ca; "
            "approuvée; approuvée au ca; délibération votée; validée ca; validée par le ca; votée en attente de signature"
        ),
        "renouvelee": (
            "reconduite; prolongée; reconduite tacitement; renouvelée par avenant; reconduite par avenant; prolongée par "
            "avenant; renouvelée tacitement; renouvellement signé"
        ),
    },
    "reconduction": {
        "aucune": (
            "non; aucun; sans; jamais; non prévue; non reconductible; non renouvelable; sans reconduction; pas de "
            "reconduction; pas de renouvellement; ferme; non prévu; pas prévue; pas prévu; aucune reconduction; sans "
            "renouvellement; non renouvelé; durée ferme; pas de tacite reconduction; sans tacite reconduction; non "
            "renouvelée; pas renouvelable; pas reconductible; pas de reconduction prévue; ne se renouvelle pas; non "
            "reconduite; unique; ponctuelle; s'arrête; s'arrête net; s'arrête là; prend fin; se termine; c'est fini"
        ),
        "tacite": (
            "oui tacite; oui tacitement; oui par tacite reconduction; tacite reconduction; tacitement; automatique; "
            "automatiquement; reconduction tacite; renouvellement tacite; reconduction automatique; tacite annuelle; annuelle "
            "tacite; tr; auto; tacite reconduction annuelle; tacite chaque année; tacite par an; tacite tous les ans; par "
            "tacite; par reconduction tacite; tacite sauf dénonciation; automatique sauf dénonciation; se renouvelle seule; "
            "renouvellement automatique; reconduction auto; d'office; repart tout seul; repart toute seule; toute seule; tout "
            "seul; se renouvelle toute seule; se renouvelle tout seul; repart"
        ),
        "expresse": (
            "avenant; avenant obligatoire; oui par avenant; expres; express; expressément; par avenant; sur demande; "
            "reconduction expresse; renouvellement exprès; renouvellement par avenant; par avenant exprès; par écrit; écrit; "
            "écrite; accord écrit; à la demande; par courrier; accord exprès; avec accord; avenant annuel; expresse par "
            "avenant; par lettre; par échange de lettres; échange de lettres; sur accord des parties; accord des parties; par "
            "accord écrit; sur accord écrit; reconduction par avenant; par décision expresse; demande écrite; sur demande "
            "écrite; nouvel accord; par nouvelle convention; nouvelle convention; à resigner; nouvelle signature; à "
            "renégocier; à renégocier par avenant; non, il faut un avenant; il faut un avenant; il faut resigner; à refaire"
        ),
    },
    "clause": {
        "preambule": "préambule",
        "objet": "article 1er",
        "engagements": "engagement",
        "duree": "durée",
        "suivi": "renouvellement",
        "finances": "financier",
        "confidentialite_assurance": "assurance; confidentialité; sécurité",
        "litiges": "litige",
    },
    "nature_accord": {
        "convention_cadre": (
            "convention cadre; convention de coopération; conv cadre; convention-cadre nationale; convention nationale; "
            "convention-cadre régionale; cc"
        ),
        "accord_partenariat": "accord de coopération; convention de partenariat; partenariat; accord de partenariat national",
        "protocole": "protocole; protocole de coopération; protocole d'entente; mémorandum",
        "accord_cadre": "accord-cadre national; cadre; accord-cadre régional; ac; accord cadre de coopération",
        "charte": "charte d'engagement; charte de partenariat; charte nationale",
        "avenant": "avenant n° 1; avenant n° 2; avenant de prolongation",
    },
    "niveau_accord": {
        "national": "nationaux; nationales; nat; ministériel; ministère; men; menjs; france; niveau national; france entière",
        "regional": (
            "régional; région; régionaux; régionales; inter-académique; interacademique; académies; rég; reg; niveau "
            "régional; régionale; ra"
        ),
        "academique": "académie; académiques; acad; aca; rectorat; niveau académique; rectoral; académie seulement",
        "departemental": "dépt; départementale; dsden; niveau départemental",
    },
    "portee": {
        "chambres": "chambre; réseau consulaire; réseau de chambres",
        "interprofession": "interprofessionnel; cross-industry",
        "branche": "organisation professionnelle; fédération",
    },
    "sigle_delegation": {
        "drareic": "dreic",
        "drafpic": "drafpica",
        "autre": "ree",
        "dafpic": "dafpa",
        "drane": "dane",
        "draio": "csaio",
    },
    "sorte_reseau": {
        "labellise": "label; lycée des métiers; réseau labellisé lycée des métiers; réseau de lycées des métiers; labellisée",
        "bde": (
            "bureau des entreprises; bureaux des entreprises; réseau des bde; réseau de bde; réseau bde; bureaux entreprises; "
            "bureau entreprises"
        ),
        "formation": "cfa",
        "academique": (
            "académique; réseau académique; réseau de métiers; réseau de filière; réseau filière; réseau thématique; réseau métier; filière"
        ),
        "clee": "comité local école-entreprise",
        "foquale": "réseau foquale",
        "informel": "informelle; non formalisé; sans statut; groupe informel; club",
    },
    "niveau_territoire": {
        "region": "région acad; région; régional; régionale; ra; rég",
        "academie": "académie; académique; acad",
        "departement": "département; départemental; départementale; dépt; dpt; dép",
        "bassin": "bassin de formation; bassin d'emploi; bef",
        "zone_emploi": "zone d'emploi",
    },
    "domaine": {
        "formation": "formation professionnelle; formation pro; form pro; voie pro",
        "insertion": "insertion professionnelle; insertion pro; emploi; insertion emploi",
        "orientation": "orient; découverte des métiers",
    },
    "etat_action": {
        "prevue": (
            "prévu; en cours d'organisation; planifiée; planifié; programmée; programmé; prévisionnel; à venir; à faire; à "
            "organiser; à planifier; en préparation; en projet; projet; pas encore; à confirmer; calé; calée; confirmée; "
            "confirmé; date fixée; envisagée; envisagé; prévision; en attente; en prépa; à caler; à programmer; à prévoir; à "
            "valider; annoncée; prochainement; inscrite; on y travaille; on y réfléchit; dans les tuyaux"
        ),
        "realisee": (
            "fait; faite; réalisé; effectuée; effectué; ok; a eu lieu; oui, réalisée; tenue; terminée; terminé; "
            "passée; passé; clôturée; réalisées; faits; faites; fini; finie; réal; bilan fait; done; menée; menée à bien; "
            "organisée; achevée; achevé; fait le jour dit; s'est tenue; s'est tenu; bouclé; bouclée; plié"
        ),
        "annulee": (
            "annulé; reporté puis annulé; reportée puis annulée; non, annulée; abandonnée; abandonné; supprimée; non "
            "réalisée; n'a pas eu lieu; pas fait; pas faite; non fait; non faite; pas réalisée; annul; n'aura pas lieu; "
            "tombée à l'eau; tombé à l'eau; l'action a été annulée; laissé tomber"
        ),
    },
    "version_naf": {
        "2008": "rév. 2; naf rév. 2",
    },
    "theme_critere": {
        "partenariat": "partenariats",
        "decrochage": "décrochage",
        "insertion_suivi": "insertion; suivi de l'insertion; insertion des sortants; suivi des sortants",
        "international": "ouverture européenne",
    },
    "portee_critere": {
        "region": "région; région acad; région académique; ra; régional",
        "academie": "académique; acad; académie; rectorat",
    },
}


def synonyms(vocabulary: str) -> dict[str, str]:
    """Give the code of each word that people write for the choices of a vocabulary."""
    return {word: code for code, words in _SAID.get(vocabulary, {}).items() for word in words.split("; ")}
