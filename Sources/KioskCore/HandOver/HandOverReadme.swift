/// README.txt: what the student or the school does next.
enum HandOverReadme {
    /// The text for the medium, UTF-8 with BOM and CRLF so that every Windows shows it right.
    ///
    /// - Parameter entries: what is on it.
    static func text(_ order: HandOverOrder, _ entries: [HandOverEntry]) -> String {
        let text = order.readme ?? standard(order, entries)
        return "\u{FEFF}" + text.replacing("\r\n", with: "\n").replacing("\n", with: "\r\n")
    }

    private static func standard(_ order: HandOverOrder, _ entries: [HandOverEntry]) -> String {
        let places = HandOverReadmePlaces(order.trees, entries).words
        let closing = order.closingDate.map {
            Phrase(
                zh: "\n   本届照片采集截止日期：\($0)。",
                en: "\n   Portraits of this class are taken until \($0).")
        }
        let zh = standard.filled(["places": places.zh, "closing": closing?.zh ?? ""]).zh
        let en = standard.filled(["places": places.en, "closing": closing?.en ?? ""]).en
        return zh + "\n\n" + en
    }

    private static let standard = Phrase(
        zh: """
            毕业生电子照片
            ==============

            给学生：
            1. 打开 index.html，核对照片是不是本人。
            2. {places}
            3. 按学校通知把照片原样上传到指定平台。不要裁剪、旋转、美化、压缩；平台要求改名时，改成“证件号码.jpg”。{closing}
            4. 上传后约 30 至 40 天，登录学信网（CHSI）“学信档案”核对照片和个人信息，有误及时联系学校。
            5. 请保存好这份照片，直到学历注册完成；照片属于个人信息，请勿转给他人。

            给学校：
            - manifest.csv / manifest.xlsx 是清单（姓名、号码已遮盖）；volume 一栏说明在第几张盘上，
              renamed 一栏是因为重名或含有不能用的字符而改过名的文件原来的名字。
            - codes.csv 是每张照片对应的采集码原文（Base64）。signatures.html 可打印给学生签名。
            - 核对文件是否完整，不需要本程序：
              Linux、macOS：在本文件夹运行 sha256sum -c SHA256SUMS（macOS：shasum -a 256 -c SHA256SUMS）；
              Windows：certutil -hashfile 文件名 SHA256，与 SHA256SUMS 中的一行比较。
            - 照片由相机原图裁切、缩放而成（原图带色彩配置文件的，先转为 sRGB），未作其他改动。
              需要证明时，请联系照相馆：照相馆保存着原图，可以重新算出每一张照片并逐字节比较。

            """,
        en: """
            Graduation portraits
            ====================

            For the student:
            1. Open index.html and check that the portrait shows you.
            2. {places}
            3. Upload the portrait unchanged to the platform your school names. Do not crop, turn,
               retouch or compress it; where a name is asked for, it is <ID number>.jpg.{closing}
            4. Some 30 to 40 days later check portrait and personal data in your CHSI archive, and tell
               the school at once if something is wrong.
            5. Keep the portrait until the degree is registered. It is personal data: do not pass it on.

            For the school:
            - manifest.csv and manifest.xlsx list the portraits (names and numbers masked); volume says on
              which disc, and renamed what a file was to be called whose name was taken or cannot be written.
            - codes.csv holds the raw capture code of each portrait (Base64). signatures.html can be printed
              and signed.
            - Whether every file is whole can be checked without this program:
              Linux, macOS: sha256sum -c SHA256SUMS in this folder (macOS: shasum -a 256 -c SHA256SUMS);
              Windows: certutil -hashfile NAME SHA256, compared with its line in SHA256SUMS.
            - Each portrait was cropped and scaled from the camera's picture, and brought to sRGB where that
              says so; nothing else was changed. To have that proven ask the studio: it keeps the picture,
              can make each portrait again and compare it byte by byte.

            """)
}
