"""Wordings by which a side near words of help is no side of it, or only seems to act."""

from __future__ import annotations

from ...later import later

__all__ = [
    "FACILITY",
    "FOLLOWED",
    "GIVEN_TO",
    "GIVERS_FROM",
    "IN_BRACKETS",
    "LED",
    "LED_LIST",
    "LEFT_OF_NAME",
    "LOOKED_AT",
    "NAMED",
    "NAMED_THING",
    "OF_ITS",
    "OF_THE_BODY",
    "OTHERS_GAVE",
    "OTHER_WORKS",
    "PAYS",
    "PEOPLE_FROM",
    "PREPOSITION",
    "PRESENT",
    "PROJECT",
    "REST_OF_BODY",
    "REST_OF_NAME",
    "SAYS",
    "SHARED",
    "THANKS",
    "TITLED_TOGETHER",
    "TOGETHER_WITH",
    "TOKEN",
    "TOWARDS",
    "UNREAD_BODY",
    "UNREAD_SCHOOL",
    "WENT_TO",
    "WITH_UNREAD",
]

#: 甲旗|某某学校: a school whose name was not read, behind its place.
UNREAD_SCHOOL = later(
    r"[一二三四五六七八九十]{1,3}[中小](?![小学])|职高|民中|职中|(?!的|各|等|全|新建|兴建|改建|扩建|建成|建起|建设|修建|灾区|贫困|农村|乡村|山区|偏远|薄弱|中小学|受(?:帮扶|[助援捐赠])|所|[\d一二两三四五六七八九十]{1,3}[所个家]|几|部分|当地|本地|多所|教师|学校|职业学校)(?:(?!是|为|结成|签|共建|建立|开展|缔结|免费|培训|培养|捐|赠|选派|教师|各)[\u4e00-\u9fff]){2,8}(?:（[^（）]{1,6}）)?(?:学校|小学|中学|幼儿园|中心校|村小|完小|教学点)"
)
#: 甲区|某某协会: a body whose name was not read, behind its place.
UNREAD_BODY = later(
    r"(?:和(?=[\u4e00-\u9fff]{2,5}(?:集团|公司)))?(?:(?![向为给对在与和及到赴、，])[\u4e00-\u9fff]){2,8}?(?:协会|公司|基金会|集团|商会|联合会|总会|研究院)(?![的])"
    r"|[\u4e00-\u9fffA-Za-z\d]{2,12}?(?:爱心团队|公益团队|义工队|义工团队|狮子会|扶轮社)"
    #: 甲省|院某项目部: an institute, not its province
    r"|院(?![长士校内外里子落系地])"
    #: 甲市|某某社到…: whoever it is, it is not the place
    r"|(?![及和与])(?:(?!的)[\u4e00-\u9fffA-Za-z\d]){2,10}?(?:(?<!报)社|联盟|车队|俱乐部|志愿队|助学团|爱心团|公益团|慈善会|同乡会|促进会|互助会|研究会)(?=[到赴在向为给来走携联捐出筹，、和与])"
)
#: 甲市|校友, 甲省|企业家: people from there, not the place.
PEOPLE_FROM = later(
    r"校友|企业家|商人|籍(?!(?:支教|援[疆藏青川滇黔])?(?:教师|老师))|人民|一家|某|[A-Za-z\d]{0,8}(?:爱心)?(?:人士|同胞|侨胞|华侨|乡贤|市民|友人|网友|企业(?!家协))|女士|先生"
    r"|[\u4e00-\u9fff]{2,8}?机构(?=的|和|牵手|们)"
)
TOWARDS = later(r"(?:对|向|感谢)$")
PAYS = later(r"捐|出资|资助|个人|自费|寄|掏|积蓄")
THANKS = later(r"感谢|致谢|谢意|敬意|颁发|证书|锦旗|回赠|牌匾(?![\d一二两三])|纪念品|荣誉")
#: 向甲赠送绣着…的锦旗: however much is told of it
TOKEN = later(r"[^。；！？\n\ue000-\ue004]{0,44}?(?:锦旗|感谢信|感谢牌匾)")
OF_ITS = later(r"^(?:主办|举办|发起|组织|承办|指导)的")
LOOKED_AT = later(r"(?:关注|参加|参与|出席|加入|响应)(?:了|由)?$")
#: 副主任带领|甲科、乙中心的干部
LED = later(r"(?:带领|率领|率|陪同)(?:了|着)?[^，\ue000-\ue003]{0,4}$")
#: 带领甲科、督导科,|乙校的3名干部: a list goes on behind a comma
LED_LIST = later(
    r"(?:带领|率领)[\ue000-\ue003][^，。；\ue000-\ue003]{0,12}、[^，。；\ue000-\ue003]{1,12}，$"
)
#: 甲市|润泽四方|某公司: the middle of a name that was not read whole
LEFT_OF_NAME = later(
    "(?:(?![向为给对与和及跟同在到赴由从被把将受派选送援捐资助支帮扶教联合携手接结签组织安排带率领等的是有属驻政市县区省级以、各内外])[\u4e00-\u9fff]){2,6}\ue002"
)
#: 甲帮扶|乙、丙帮扶丁: what is helped here; only the last of the list helps there
HELPED_HERE = later(r"(?:帮扶|支援|援助|协作|扶贫|结对|援建|托管)$")
#: 甲和乙|分别与丙结对
TOGETHER_WITH = later(
    r"(?:分别|依次|各自|共同|联合|一起|一道)?(?:与|和|同(?![上步课时学])|跟|向|为|给|对)(?!时)"
)
#: 深入乙考察后,为学校捐赠: where somebody goes is not who acts next.
WENT_TO = later(r"(?:深入|走进|来到|前往|抵达|奔赴|到达|走访|参观|考察|调研|慰问|看望)(?:了)?$")
GIVEN_TO = later(r"(?:给|向|为(?![了支促推改解响帮进深加贯做弘让]))[^，\ue000-\ue004]{0,8}$")
#: 在甲的陪同下, in whose presence: no act of 甲's.
PRESENT = later(r"(?:陪同|见证|主持|牵线|引荐)下")
#: （原由甲帮扶）改由丙: what stands in a bracket does nothing behind it.
IN_BRACKETS = later(r"^[^（]*）")
#: 命名为乙, and what others gave that a person hands over.
NAMED = later(r"(?:命名|更名|改名|取名|冠名)[为作]?$")
OTHERS_GAVE = later(r"(?:学生|师生|员工|职工|队员|同学|大家|会员|党员|社会各界)们?(?:所)?捐")
#: 甲公司与某某基金会共同开展: who acts together with one whose name was not read
WITH_UNREAD = later(r"[与和][\u4e00-\u9fff]{2,16}?(?:共同|联合|一起|携手)")
#: 投资建设了乙市|某某广场: what is built there is no school
OTHER_WORKS = later(
    r"的?[\u4e00-\u9fffA-Za-z\d]{1,8}?(?:广场|大厦|酒店|公园|工厂|公路|大桥|机场|工业园|商场|码头|楼盘|电站|生产线|高速)"
)
#: 甲发起的助学行动已有九年,|项目每年为乙…
PROJECT = later(r"，该?(?:公益|助学|爱心)*(?:项目|活动|行动|计划)(?:每年|已|先后|累计|共)*[向为给]")
#: 某某在仪式上说: who speaks of a gift
SAYS = later(r"说|表示|介绍|致辞|讲话|指出|仪式上")
#: 某某助学团和甲|共给乙: the first of the two was not read
SHARED = later(r"(?:一共|共(?!建|享)|共同|联合|一起|一道|携手|合力)")
#: 甲公司经理某某和乙基金会|理事长某某女士一同深入丙
TITLED_TOGETHER = later(
    r"[^，。；\ue000-\ue004]{1,10}\ue004(?:先生|女士|同志)?(?:等人?)?(?:一同|一起|共同|一道|联合|携手)"
)
#: 某党派市委会主委某某率部分会员: the members say of which post he speaks
OF_THE_BODY = later(r"(?:带领|率领|率|组织)[^，]{0,6}(?:盟员|会员|社员|党员)")
#: 甲市|银行: a body that bears the name of the place.
REST_OF_BODY = later(
    "(?:农村)?(?:商业)?(?:银行|大学(?!生)|学院|公司|集团|日报|晚报|电视台|医院|商会|基金会|协会)"
)
#: 甲区|党员律师16人: those who give are from there.
GIVERS_FROM = later(
    "(?!委|政府)[\u4e00-\u9fff\\d]{0,8}?(?:党员|律师|医生|老板|企业家|教师|老师|学生|同学|村民|职工|员工|干部|志愿者|师生|青年)"
    "(?![\u4e00-\u9fff]{0,2}(?:会|局|团|队|联))"
)
#: 命名为某某|教学楼: what bears the name of a person gives nothing.
NAMED_THING = later(
    "(?:教学|科教|综合|实验|科学|艺术|宿舍|希望|爱心|教育|助学|奖学|慈善){0,3}"
    "(?:大?楼|馆|广场|亭|路|桥|奖学金|奖教金|助学金|基金|教室|图书室|小学|中学|学校|班(?!主任)|书屋|操场)"
)
#: 援建国家电网|春苗之家: a place to read or play, and no body that is given to.
FACILITY = later("[\u4e00-\u9fff]{0,8}?(?:之家|书屋|图书室|图书角|教室|乐园|项目|计划|行动)")
#: 甲、乙|市委会: a list of places that is half of a list of bodies.
REST_OF_NAME = later(r"市委|县委|区委|委会|委员会|教育局|市局|妇联|工商联")
PREPOSITION = later(
    r"(?:据|(?<!结)对(?!口)|向|在|(?<![\ue004师长])[与和及]|跟随|跟|为|给|从|由|被|受|到|赴|按照|根据|以|经|把|将|除|通过)[^，]{0,3}$"
)
#: 贯彻落实甲的部署: whose word is followed does not act
FOLLOWED = later(r"(?:贯彻|落实|响应|践行|遵照|按照|根据|依据|执行)[^，。；\ue000-\ue004]{0,8}$")
