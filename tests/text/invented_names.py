"""Invented names of five parts of the world, in Latin letters and in their own."""

from __future__ import annotations

from typing import Final, NamedTuple

from checkin.domain.delegates import NameOrder


class Pool(NamedTuple):
    """Family and given names of one part of the world, each as its Latin and its native spelling."""

    families: tuple[tuple[str, str], ...]
    given: tuple[tuple[str, str], ...]
    order: NameOrder
    titles: tuple[str, ...]
    between: str = " "
    """What stands between the words of the native name."""


def _pool(families: str, given: str, order: NameOrder, titles: str, between: str = " ") -> Pool:
    return Pool(_names(families), _names(given), order, tuple(titles.split(",")), between)


def _names(text: str) -> tuple[tuple[str, str], ...]:
    pairs = (" ".join(each.split()).partition("=") for each in text.split(","))
    return tuple((latin, native) for latin, _, native in pairs)


POOLS: Final = {
    "khmer": _pool(
        """
        Sok=សុខ, Chea=ជា, Keo=កែវ, Meas=មាស, Prak=ប្រាក់, Chhim=ឈឹម, Ouk=អ៊ុក, Nhem=ញ៉ែម, Heng=ហេង,
        Ly=លី, Pich=ពេជ្រ, Seng=សេង, Tep=ទេព, Khieu=ខៀវ, Hor=ហ, Sam=សំ, Touch=ទូច, Long=ឡុង,
        Mao=ម៉ៅ, Nuon=នួន, Oeun=អឿន, Phan=ផាន, Ros=រស់, San=សាន, Thach=ថាច់, Uy=អ៊ុយ, Yim=យឹម,
        Chhay=ឆាយ, Kong=គង់, Van=វ៉ាន់
        """,
        """
        Dara=ដារ៉ា, Sopheap=សុភាព, Vannak=វណ្ណៈ, Bopha=បុប្ផា, Rithy=រិទ្ធី, Phally=ផល្លី,
        Sovann=សុវណ្ណ, Kunthea=គន្ធា, Chanthou=ចន្ធូ, Samnang=សំណាង, Veasna=វាសនា, Pisey=ពិសី,
        Sreymom=ស្រីមុំ, Rattanak=រតនៈ, Vibol=វិបុល, Theary=ធារី, Sokunthea=សុគន្ធា, Makara=មករា,
        Kosal=កុសល, Leakhena=លក្ខិណា, Monyroth=មុន្នីរ័ត្ន, Narith=ណារិទ្ធ, Oudom=ឧត្ដម,
        Piseth=ពិសិដ្ឋ, Ratha=រដ្ឋា, Sothea=សុធា, Tola=តុលា, Visal=វិសាល, Sokha=សុខា, Mealea=មាលា,
        Borey=បុរី, Chenda=ចិន្តា, Davuth=ដាវុធ, Kimsour=គឹមសួរ, Sambath=សម្បត្តិ
        """,
        NameOrder.FAMILY_FIRST,
        "H.E.,Dr.,Mr.,Lok Chumteav,Oknha",
    ),
    "chinese": _pool(
        """
        Wang=王, Zhang=张, Chen=陈, Liu=刘, Zhao=赵, Huang=黄, Zhou=周, Xu=徐, Sun=孙, Zhu=朱, Guo=郭, He=何,
        Gao=高, Luo=罗, Zheng=郑, Xie=谢, Song=宋, Tang=唐, Feng=冯, Deng=邓, Cao=曹, Peng=彭, Zeng=曾, Xiao=肖,
        Tian=田, Dong=董, Pan=潘, Yuan=袁, Jiang=蒋
        """,
        """
        Xiaoming=晓明, Wei=伟, Lihua=丽华, Jianguo=建国, Meiling=美玲, Zhiqiang=志强, Yan=燕, Haitao=海涛,
        Xiuying=秀英, Junjie=俊杰, Xinyi=欣怡, Guoqing=国庆, Yifan=一凡, Shuzhen=淑珍, Qiang=强, Tianyu=天宇,
        Yuxuan=宇轩, Ruolan=若兰, Dehua=德华, Fangfang=芳芳, Chunmei=春梅, Hongbo=洪波, Peiyao=佩瑶, Zihan=子涵,
        Weidong=卫东, Qiaoyun=巧云, Bingqing=冰清, Shaohua=少华, Yongkang=永康
        """,
        NameOrder.FAMILY_FIRST,
        "Mr.,Ms.,Prof.,Dr.",
        "",
    ),
    "arabic": _pool(
        """
        Al-Hassan=الحسن, El-Sayed=السيد, Haddad=حداد, Mansour=منصور, Khalil=خليل, Nasser=ناصر,
        Al-Rashid=الرشيد, Bakri=بكري, Darwish=درويش, Farouk=فاروق, Ghanem=غانم, Hamdan=حمدان,
        Jaber=جابر, Kassab=كساب, Maalouf=معلوف, Najjar=نجار, Obeid=عبيد, Qadri=قادري, Saleh=صالح,
        Tamimi=تميمي, Zaki=زكي, Shaheen=شاهين, Abbas=عباس, Barakat=بركات
        """,
        """
        Mohammed=محمد, Ahmed=أحمد, Yousef=يوسف, Khaled=خالد, Fatima=فاطمة, Aisha=عائشة, Omar=عمر,
        Hussein=حسين, Layla=ليلى, Mahmoud=محمود, Ibrahim=إبراهيم, Tariq=طارق, Samira=سميرة,
        Walid=وليد, Nour=نور, Othman=عثمان, Zainab=زينب, Karim=كريم, Mustafa=مصطفى, Huda=هدى,
        Rashid=راشد, Salma=سلمى, Jamal=جمال, Suleiman=سليمان, Bilal=بلال
        """,
        NameOrder.GIVEN_FIRST,
        "Dr.,Mr.,Sheikh,Prof.",
    ),
    "vietnamese": _pool(
        """
        Nguyễn, Trần, Lê, Phạm, Hoàng, Phan, Vũ, Đặng, Bùi, Đỗ, Hồ, Ngô, Dương, Lý, Đinh, Trịnh,
        Mai, Lương
        """,
        """
        Văn Anh, Thị Hương, Minh Tuấn, Quốc Bảo, Thanh Hà, Hữu Phước, Đức Thắng, Ngọc Lan, Thị Mai,
        Văn Hùng, Xuân Trường, Bích Thủy, Công Vinh, Gia Huy, Kim Ngân, Khánh Linh, Mỹ Duyên, Nhật
        Quang, Phương Thảo, Tấn Đạt, Thị Tuyết, Trung Kiên, Tường Vy, Việt Dũng, Hoài Nam, Diễm
        Quỳnh, Hải Yến, Thế Sơn, Anh Khoa
        """,
        NameOrder.FAMILY_FIRST,
        "Ông,Bà,TS.,Mr.",
    ),
    "european": _pool(
        """
        Müller, Schröder, García, Fernández, Dupont, Lefèvre, Kovačević, Nowak, Wiśniewska, Rossi,
        Bianchi, Jørgensen, Åkesson, Novák, Horváth, Papadopoulos, Ivanov, Petrova, O'Brien, van der
        Berg, Smith, Johnson, Silva, Conceição, Yılmaz, Öztürk, Popescu, Virtanen, Dvořák,
        Lindström, Weiß, Martin, Bernard, Keller, Hoffmann, Castillo, Moreau, Jansen, Nilsen,
        Fischer
        """,
        """
        Hans, Jürgen, José, María, François, Hélène, Zoë, Piotr, Łukasz, Giulia, Søren, Björn,
        Tomáš, Zsófia, Dimitrios, Sergei, Alexander, Natalia, Sean, Elizabeth, Robert, João, Inês,
        Ayşe, Mehmet, Ștefan, Aino, Jiří, Ingrid, Katharina, Michael, Catherine, Anna Maria,
        Jean-Pierre, Christopher, Margarethe, Benedikt, Valentina, Rafael, Sigrid, Thorsten, Emilia,
        Florian
        """,
        NameOrder.GIVEN_FIRST,
        "Herr,Frau,Mr.,Mme,Prof. Dr.,Ing.",
    ),
}  # fmt: skip
PLACES: Final = (
    "Ministry of Health", "Lake Bank", "Harbour Institute", "Embassy of Norland", "River University",
    "Green Council", "Sky Press", "Hill Hospital", "Union of Weavers", "Port Authority", "Radio Delta",
    "Bridge Foundation",
)  # fmt: skip
