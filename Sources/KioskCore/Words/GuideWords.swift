/// The card for students who come without a code.
public enum GuideWords {
    /// How to get and save a 采集码, as lines of a card; the first is its title.
    public static let lines: [Phrase] = [
        Phrase(zh: "没有采集码？", en: "No code yet?"),
        Phrase(zh: "三种办法，任选一种：", en: "There are three ways to get it:"),
        Phrase(
            zh: "1  电脑或手机浏览器：学信网，登录“学信档案”",
            en: "1  in a browser: chsi.com.cn, sign in to 学信档案"),
        Phrase(zh: "2  微信：“学信网”公众号", en: "2  in WeChat: the account 学信网"),
        Phrase(zh: "3  手机：“学信网”App", en: "3  on the phone: the app 学信网"),
        Phrase(
            zh: "进入“学籍查询”，选对这次毕业的学籍（有两个学籍的，不要选错）",
            en: "Open the enrolment you graduate from (with two of them, choose the right one)."),
        Phrase(
            zh: "打开“图像采集码”，长按图片，保存到相册",
            en: "Open 图像采集码, press and hold the picture and save it to the album."),
        Phrase(
            zh: "存不了就截屏，整个码都要截进去", en: "If it cannot be saved: a screenshot of the whole code."),
        Phrase(
            zh: "出示时把屏幕调到最亮，关掉深色模式",
            en: "When you show it, turn the brightness all the way up, dark mode off."),
    ]

    /// The way of a sitting, a picture each.
    static let way: [Phrase] = [
        Phrase(zh: "出示采集码", en: "show your code"),
        Phrase(zh: "坐下，看镜头", en: "sit, look at the camera"),
        Phrase(zh: "看照片，离座", en: "see it, then leave"),
    ]

    /// The card as a text.
    public static var text: Phrase {
        Phrase(
            zh: lines.map(\.zh).joined(separator: "\n"),
            en: lines.map(\.en).joined(separator: "\n"))
    }
}
