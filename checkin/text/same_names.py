"""Romanisations of one name whose letters do not tell that they are one."""

from __future__ import annotations

from typing import Final

from checkin.text.keys import search_key

_SAME: Final = (
    # Chinese surnames: pinyin, Wade-Giles, Cantonese, Hokkien and Teochew.
    """
    Wang Wong Ong Heng, Huang Wong Ng Oei Hwang Huynh, Chen Chan Tan Chin Tran, Zhang Cheung Chang
    Teo Truong, Zhou Chow Chou Chew Chiu, Liu Lau Low Liew, Wu Ng Goh Woo, Lin Lam Lim, Liang Leung
    Neo Luong, Guo Kwok Kuo Kwek Quach, He Ho, Xu Hui Hsu Khoo Koh Tsui, Zeng Tsang Tseng Chan,
    Zheng Cheng Teh Tay Trinh, Cai Choi Tsai Chua Choy Thai, Ye Yip Yeh Yap Diep, Xie Tse Hsieh
    Chia, Deng Tang Teng Dang, Mai Mak, Ruan Yuen Nguyen, Fang Fong, Guan Kwan, Pan Poon Phua, Su So
    Soh, Li Lee Lie Ly, Yang Yeung Yeo Duong, Zhao Chiu Chao Trieu, Zhu Chu Choo, Hu Wu Ho Woo, Luo
    Law Lo Loh, Song Sung Soong, Feng Fung, Jiang Chiang Kong, Shen Shum Sim, Xiao Siu Hsiao Siew,
    Lu Loo Luk Lok, Ren Jen Yam, Gao Ko Kao Goh, Yu Yue, Zou Chau Tsou, Cao Tsao Cho, Peng Pang, Yao
    Yiu Yeo, Qian Chien Chin, Sun Suen Soon, Ma Mah, Tian Tin Tien, Qiu Yau Chiu Khoo
    """,
    # Korean
    """
    Lee Yi Rhee Ri I, Park Pak Bak Bahk, Choi Choe, Kim Gim, Jung Jeong Chung Cheong, Kang Gang, Cho
    Jo, Yoon Yun Youn, Lim Im Rim, Shin Sin, Oh O, Noh Roh No, Woo U Wu, Kwon Gwon
    """,
    # Arabic
    """
    Muhammad Mohammed Mohamed Mohammad Mohamad Muhammed Muhamad Mohd Mehmed Mohamadou Mamadou, Jamal
    Gamal Djamal, Uthman Othman Osman Usman Ousmane Osmane, Yusuf Yousef Youssef Yousuf Josef Youcef
    Yusef, Abdul Abdel Abd Abdal Abdoul, Ibrahim Ebrahim Brahim, Ismail Esmail Ismael Smail, Qasim
    Kassem Qassem Kasim Kacem, Ali Aly, Hussein Husain Hussain Husayn Hossein Hocine, Umar Omar
    Omer, Uthmani Othmani Osmani, Mahmud Mahmoud, Khadija Hadija Khadidja, Aisha Aicha Ayesha Aysha,
    Fatima Fatma Fatemeh Fatimah, Mustafa Moustapha Mostafa Mustapha, Jafar Gaafar Djaafar, Said
    Saeed Sayeed, Yahya Yehia Yahia, Ayman Aiman, Zayd Zaid Zeid, Al El, Bin Ibn Ben, Khalid Khaled,
    Tariq Tarek Tareq, Nour Noor Nur, Suleiman Sulaiman Soliman Suleyman Slimane, Abu Abou Abo
    """,
    # Khmer
    """
    Heng Hieng Heang, Chea Jea Chia, Sok Sokh Suk, Pich Pech Pij, Keo Kev Kaev, Meas Mies Mias, Nhem
    Nhim Nhiem, Srey Sray Srei, Chhay Chai Chay, Ouk Uk Ok, Ly Li Lee, Em Aem Im, Eng Ing Ieng, Phan
    Pan Phann, Hor Ho Haur, Kong Kang, Prum Prom Proum, Thea Tia Tea, Mean Mien Min, Rith Rit Rithy,
    Chan Chann Jan
    """,
    # Vietnamese, Thai, Slavic, Greek and others
    """
    Huynh Hoang Huinh, Vu Vo, Phuoc Phuc, Sergei Serge Sergii, Alexander Aleksandr Alexandre
    Oleksandr Alexandru, Yuri Iouri Yury Juri, Yevgeny Evgeni Eugeny Evgueni Jewgeni, Georgios
    Giorgos Yiorgos, Nikolai Nikolay Mykola, Dmitri Dimitri Dmytro Dmitrij, Vladimir Volodymyr
    Wladimir, Andrei Andrew Andrij Andriy, Mikhail Michail Mykhailo Mihail, Catherine Katherine
    Kathryn Katarina Ekaterina, Ann Anne Anna, Stephen Steven Stefan, Jon John, Philip Philippe
    Filip, Elena Helena Yelena Olena, Julia Yulia Iulia Yuliya, Peter Pyotr Petr Piotr, Natalia
    Natalya Nathalie Nataliya
    """,
)
"""Names by the language from which they come; between two commas stand the spellings of one name."""


def _grouped() -> dict[str, frozenset[int]]:
    groups: dict[str, set[int]] = {}
    for number, names in enumerate(",".join(_SAME).split(",")):
        for name in names.split():
            groups.setdefault(search_key(name), set()).add(number)
    return {name: frozenset(numbers) for name, numbers in groups.items()}


SAME_NAMES: Final = _grouped()
"""The numbers of the groups in which a word is; two words in one group are spellings of the same name."""
