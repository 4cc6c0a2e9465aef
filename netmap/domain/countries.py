"""The countries where vocational lycées usually have partners, as French people write them, folded: what tells a column of countries."""

COUNTRIES = frozenset(
    name.strip()
    for name in """
    allemagne, andorre, autriche, belgique, bulgarie, chypre, croatie, danemark, espagne, estonie, finlande, france, grece, hongrie,
    irlande, islande, italie, lettonie, liechtenstein, lituanie, luxembourg, macedoine du nord, malte, moldavie, monaco, montenegro,
    norvege, pays bas, hollande, pologne, portugal, republique tcheque, tchequie, roumanie, royaume uni, angleterre, ecosse, pays de galles,
    irlande du nord, grande bretagne, serbie, slovaquie, slovenie, suede, suisse, turquie, ukraine, albanie, bosnie, georgie, armenie,
    afrique du sud, algerie, argentine, australie, benin, bresil, burkina faso, cameroun, canada, quebec, chili, chine, colombie,
    coree du sud, cote d ivoire, egypte, etats unis, usa, gabon, inde, indonesie, israel, japon, jordanie, liban, madagascar, mali, maroc,
    maurice, ile maurice, mauritanie, mexique, niger, nouvelle zelande, perou, senegal, singapour, taiwan, thailande, togo, tunisie,
    vietnam, uruguay
    """.replace("\n", " ").split(",")
)
