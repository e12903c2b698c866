/** Invented names of students from abroad, by citizenship: family names, then personal names of men and women. */
export type ForeignNames = { family: readonly string[]; male: readonly string[]; female: readonly string[] };

function names(family: string, male: string, female: string): ForeignNames {
  return { family: family.split(" "), male: male.split(" "), female: female.split(" ") };
}

export const foreignNames: Readonly<Record<string, ForeignNames>> = {
  VN: names(
    "NGUYEN TRAN PHAM HOANG VO DANG",
    "MINH HUNG TUAN QUANG DUC LONG",
    "LINH HUONG TRANG MAI THAO NGOC",
  ),
  TH: names(
    "SAETANG CHAIYASIT WONGSAKUL THONGDEE",
    "SOMCHAI NATTAPONG ANAN KITTI",
    "SIRIPORN PLOY KANYA NARISSA",
  ),
  LA: names("PHOMMACHANH SOUVANNA KEOLA VONGSA", "BOUNMY KHAMPHET SOMSACK", "MANIVONE NOY VILAYVANH"),
  CN: names("WANG LI ZHANG LIU CHEN YANG ZHAO", "WEI JUN LEI HAO MING", "FANG NA XIA YAN JING"),
  KR: names("PARK LEE CHOI JUNG KANG YOON", "MINJUN JIHOON DONGHYUN SEUNGWOO", "SEOYEON JIWOO HAEUN YUNA"),
  JP: names("SATO SUZUKI TANAKA WATANABE ITO", "HIROSHI KENJI DAISUKE TAKUMI", "YUKI HARUKA AYUMI MIKA"),
  PH: names(
    "SANTOS REYES CRUZ BAUTISTA OCAMPO GARCIA",
    "JOSE MARK ANGELO CARLO",
    "MARIA ANGELICA CRISTINA JOY",
  ),
  IN: names("SHARMA PATEL SINGH NAIR", "RAHUL ARJUN VIKRAM", "PRIYA ANJALI KAVITA"),
  MY: names("TAN LIM WONG ABDULLAH", "HAFIZ JASON ADAM", "AISHA MEI NURUL"),
  MM: names("AUNG HTUN WIN MYINT", "KYAW ZAW THIHA", "SU THIRI HNIN"),
  FR: names(
    "MARTIN BERNARD MOREAU LAURENT D'ARVOR",
    "LUCAS HUGO JEAN-LUC THOMAS",
    "CLAIRE CAMILLE ANNE-MARIE JULIE",
  ),
  GB: names("WALKER CLARKE O'BRIEN HUGHES", "OLIVER JAMES HENRY", "EMILY CHARLOTTE ALICE"),
  US: names("MILLER CARTER BROOKS HARRIS", "ETHAN MASON TYLER", "HANNAH GRACE MADISON"),
  AU: names("TAYLOR KELLY MURRAY", "LIAM NOAH COOPER", "RUBY ISLA ZOE"),
};

/** How often each citizenship occurs among the students from abroad. */
export const foreignWeights: readonly (readonly [string, number])[] = [
  ["VN", 16],
  ["TH", 12],
  ["CN", 15],
  ["KR", 14],
  ["PH", 13],
  ["JP", 7],
  ["LA", 6],
  ["IN", 4],
  ["MY", 3],
  ["MM", 3],
  ["FR", 3],
  ["US", 2],
  ["GB", 1],
  ["AU", 1],
];
