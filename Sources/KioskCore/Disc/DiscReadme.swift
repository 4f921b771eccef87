/// README.txt: what the student or the school does next.
enum DiscReadme {
    /// The text for the disc, UTF-8 with BOM and CRLF so that every Windows shows it right.
    static func text(_ own: String?) -> String {
        "\u{FEFF}" + (own ?? standard).replacing("\r\n", with: "\n").replacing("\n", with: "\r\n")
    }

    private static let standard = """
        毕业生电子照片
        ==============

        1. 打开 index.html，核对每张照片是不是本人。
        2. 照片在 PHOTOS 文件夹里：480×640 像素，JPEG，20–100 KB。文件名是证件号码；
           没有登记号码的，用采集码的编号命名。
           照片由相机原图裁切、缩放而成（原图带色彩配置文件的，先转为 sRGB），未作其他改动。
        3. 按学校通知把照片原样上传到指定平台。不要裁剪、旋转、美化、压缩或改名。
        4. 上传后登录学信网（CHSI）“学信档案”核对照片和个人信息，有误及时联系学校。
        5. 请保存好本光盘，直到学历注册完成；照片属于个人信息，请勿转给他人。

        给学校：manifest.csv 是清单（姓名、号码已遮盖），codes.csv 是每张照片对应的
        采集码原文（Base64），SHA256SUMS 可用 sha256sum -c 校验全部文件。


        Graduation portraits
        ====================

        1. Open index.html and check that each portrait shows the right person.
        2. The portraits are in the folder PHOTOS: 480×640 pixels, JPEG, 20–100 KB. A file is
           named by the ID number or, where none was given, by its code. Each was cropped and
           scaled from the camera's picture, and brought to sRGB where that says so; nothing else
           was changed.
        3. Upload the portrait unchanged to the platform your school names. Do not crop, turn,
           retouch, compress or rename it.
        4. Then check portrait and personal data in your CHSI archive, and tell the school at
           once if something is wrong.
        5. Keep this disc until the degree is registered. Portraits are personal data: do not
           pass them on.

        For the school: manifest.csv lists the portraits (names and numbers masked), codes.csv
        holds the raw capture code of each portrait (Base64), and SHA256SUMS checks every file
        with sha256sum -c.

        """
}
