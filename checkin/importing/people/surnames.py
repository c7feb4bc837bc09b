"""Words that keep a name from being taken apart falsely: surnames that are written first, honorifics that are names.

All of them are keys as `name_keys.word_key` gives them: small letters without accents.
"""

from __future__ import annotations

from typing import Final

_KHMER: Final = """
an ang ban bin bou bun chan chap chea cheam cheang chek cheng chet chey chhay chhea chheang chheng chhim chhin
chhit chhoeun chhor chhoun chhum chhun chin chiv choeun chou chum chuon dam diep dith duong dy eang ear ek em
eng hang hem heng hing ho hok hong hor hou houn hour hout hul hun huot hy ieng im in ing kak kang kann keat keo
kep ker khat khem khieu khim khin khlok khoeun khorn khoun khun khuon khy kim koeut kol kong korn kosal koy
krouch kuch kul lach lam lay leang leap leng lim lon long lor loun lun luy ly mak mam mao meach meas mech men
meng mey mith moeung mok mom mong mony muong nget ngeth ngin ngo ngoun ngov nguon nhean nhek nhem nheng nhim nop
noun nov nuon oeng oeun ok om ong ouch ouk oum oung pal pan peang pech pen phan phat phay phin pho phok phon
phorn phoung phy pich pin pok pol pom ponn pou prak pring prom prum puth puy rath reach ream rin roeun ros roth
saing sam samreth san sao sar say sean seang sek sem seng seun sieng sim sin sith siv soeun soeung sok sokha som
son sor sorn soth sou soun sous sov srey srun suk sun suon svay sy ta tan tang te tea teav tek tep thach thai
then theng thon thong thorn thoung thy tiv to toch tol torn touch tra tum tuon tuy uch uk um ung uon va van vang
vann vong vuth vy yan yang yem yen yi yim yin yong yos you youk yun
"""
_CHINESE_AND_VIETNAMESE: Final = """
bai bao bui cai cao chang chao chau chen cheung chi chia chow chu chua chung cui dai dang dao deng ding dinh do
doan dong du fan fang feng fong fu gao giang goh gong gu guo ha han hao he hoang hsieh hsu hu hua huang huynh
jia jiang jin koh kwa kwan kwok lai lau le lee lei leung li liang liao lin liu lo loh low lu luo luong luu ma
mac mai mo neo ng nguyen ni ning oh ooi ouyang pang peng pham phung poh pu qian qin qiu quach quek ren seah shao
shen shi situ soh song su sung tam tao tay teh teo teoh tian toh tran trinh truong tsai tse tu vo vu vuong wang
wei wen wong woo wu xia xiang xiao xie xiong xu xue yao yap ye yeh yeo yeung yip yu yuan yue zeng zhang zhao
zheng zhong zhou zhu zhuge zou
"""
_KOREAN: Final = """
ahn bae baek bang cha cho choe choi chun gil go hahm heo hwang jang jeon jeong ji jo joo jung ko koo kwon min
moon na nam namgung noh paik park pyo ra rhee ryu seo seong shim shin so sohn suh yeom yoo yoon
"""
_JAPANESE: Final = """
abe aoki arai endo fujii fujita fujiwara fukuda goto hara harada hasegawa hashimoto hayashi honda ikeda imai
inoue ishida ishii ishikawa ito kato kimura kobayashi kondo maeda maruyama matsuda matsui matsumoto miura
miyazaki mori morita murakami murata nakagawa nakajima nakamura nakano nishimura noguchi ogawa okada okamoto ono
ota saito sakai sakamoto sasaki sato shibata shimizu sugiyama suzuki takada takagi takahashi takeuchi tamura
tanaka ueda ueno wada watanabe yamada yamaguchi yamamoto yamashita yamazaki yokoyama yoshida
"""
_HUNGARIAN: Final = """
antal bakos balazs balint balog balogh barna biro bodnar bogdan bognar boros budai csonka deak dudas fabian
farkas fazekas feher fekete fodor fulop gal gaspar gulyas hajdu halasz hegedus horvath illes jakab jonas juhasz
katona kelemen kiraly kis kiss kocsis kovacs kozma lakatos laszlo lengyel lukacs magyar major mate meszaros
molnar nagy nemes nemeth olah orban orosz orsos pap papp pasztor pinter racz sandor sipos somogyi soos szabo
szalai szekely szilagyi szoke szucs takacs torok toth varadi varga veres vincze virag voros
"""
_BURMESE: Final = """
aung aye hla htay htet htun khaing kyaw kyi lwin maung moe mya myat myint myo naing nay nyan nyein nyunt ohn
phyo sai sanda sandar saw sein shwe soe swe than thant thaw thein thet thida thiha thin thura tin tun wai win
wunna yadanar zaw zayar zin
"""
_WITHOUT_SURNAME: Final = """
abdul abdullah ahmad ahmed ali haji mohamad mohamed mohammad mohammed mohd muhammad siti sri u
"""
WRITTEN_FIRST: Final = frozenset(
    f"{_KHMER} {_CHINESE_AND_VIETNAMESE} {_KOREAN} {_JAPANESE} {_HUNGARIAN} {_BURMESE} {_WITHOUT_SURNAME}".split()
)
"""Romanised surnames of those who write the surname first, and first words of names that have no family name.

"Mr. Keo Sambath" tells nothing about the order of the names, whereas "Mr. Ulrich Hartmann" does.
"""

_GIVEN_FIRST: Final = """
adm admiral amb ambassador arch avv brig brigadier capt captain cmdr col colonel dame dhr dipl docteur doctor
don dona dott dottssa doz dr dra drs e eng excellence excellency excma excmo frau fru gen general h he her herr
his hon honorable honourable hr i ilma ilmo ing lady lieutenant lord lt m madame mademoiselle mag maitre maj
major me mevr mevrouw miss mlle mme monsieur mr mrs ms mw mx pan pani pr priv prof professeur professor r rev
reverend s se sen senhor senhora senor senora sig signor signora sir son sr sra srta ssa the univ
"""
GIVEN_FIRST: Final = frozenset(_GIVEN_FIRST.split())
"""The words of the honorifics behind which most names are written given name first."""

_NAMES_TOO: Final = """
aling am anh ar ba bay br cha che chi cik co col cong dean dom duke earl em eng fr fra gen graf hon imam ing
khun kumari lok ma mae mag mai maj mang mom nai nang nik ong pan pre san sayyid sen sr sri thao uk vali van ven
wan
"""
NAMES_TOO: Final = frozenset(_NAMES_TOO.split())
"""Honorifics that are names as well, so they are taken off only with a full stop: "Gen. Sok", not "Gen Sok"."""

_IN_COMPANY: Final = """
bapak baron bey bishop brother bu chief col don dona frei hajah haji he hj ir judge justice king ko lady m major
marshal me megat pak pastor pope prince princess queen raja se sharifah sheikh sheikha sister syarifah syed
tengku tun tunku u
"""
IN_COMPANY: Final = frozenset(_IN_COMPANY.split())
"""Honorifics that could be names, or initials: taken off with a full stop, or beside another honorific."""

_PATRONYMIC: Final = """
a/l a/p anak b bin binte binti bt bte d/o ibn ibni ould s/o
"""
PATRONYMIC: Final = frozenset(_PATRONYMIC.split())
"""Words between a name and the father's name; neither of the two is a family name: "OMAR bin Salleh"."""

_PARTICLES: Final = """
af al d da dal dalla das de dei del della den der des di do dos du e el l la las le lo los op t te ten ter van
vande vander vom von y z zu zum zur
"""
PARTICLES: Final = frozenset(_PARTICLES.split())
"""Words in small letters that belong to the family name behind them: "van der BERG"."""
