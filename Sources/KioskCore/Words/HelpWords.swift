/// The help and the complaints of the command line in Chinese: by their English sentences, as the commands have them.
public enum HelpWords {
    /// A sentence of the help in a language.
    public static func said(_ english: String, _ language: Language) -> String {
        language == .chinese ? chinese[english] ?? english : english
    }

    private static let chinese = [
        "Takes graduation portraits at a counter: code, portrait, disc. 毕业照柜台。":
            "毕业生图像采集柜台：读码、拍照、出光盘。",
        """
        Without a command, kiosk opens the counter (see kiosk run --help).
        Try the whole day without any device: kiosk demo
        """:
            """
        不写命令就是开柜台（见 kiosk run --help）。
        没有相机也可以先看一天怎么过：kiosk demo
        """,
        "Re-reads a disc image, archive, device, mounted disc or folder against its checksums.":
            "按校验和重新核对光盘镜像、压缩包、设备、光盘或文件夹。",
        "Judges pictures, or proves a stored portrait; changes nothing.":
            "检查照片，或复核已存的照片；什么都不改。",
        "Tries every part once, a line each, with what to do where one does not work.":
            "逐项自检，每项一行；不行的写明怎么办。",
        "Prints the card that says how a student gets and saves a 采集码.":
            "打印“怎样取得并保存采集码”的说明。",
        "Draws students with known geometry into a folder, with truth.tsv.":
            "把虚拟学生画进文件夹，附真值表 truth.tsv。",
        "Corrects the ID number of a portrait's person, which is asked for at a prompt, or the class.":
            "更正证件号码或班级；号码当场输入，不写在命令里。",
        "Withdraws a portrait: kept and recorded, never exported.":
            "作废一张照片：留档，不再导出。",
        "Opens the counter: code, portrait, stored; next. (The default command.)":
            "开柜台：读码、拍照、保存，下一位。（默认命令）",
        "Lists sessions, shows one, corrects a number, withdraws.":
            "列出场次、查看一场、更正号码或班级、作废照片。",
        "Lists the sessions.": "列出场次。",
        "Shows a session's portraits; names and numbers are masked.":
            "查看一场的照片；姓名和号码都打码。",
        """
        Lists cameras: stable names, formats, sizes, rates, controls and their \
        ranges.
        """:
            "列出相机：固定名称、格式、尺寸、帧率、可调项。",
        "Writes sessions to a disc image, an archive or a folder, reads it back and compares it.":
            "把场次写成光盘镜像、压缩包或文件夹，读回核对。",
        "Works a whole day in the synthetic studio; needs no camera and no display.":
            "在虚拟影棚里过完一天；不用相机和显示器。",
        "Reads codes from pictures.": "从图片读采集码。",
        "Finds the face in a picture, checks, crops, scales and encodes it.":
            "在图片里找到人脸，检查、裁剪、缩放、压缩。",
        "Makes a portrait again of its kept original, by the same rule or another.":
            "用留存的原图重新出片，规格可以另选。",
        """
        The mode marked with → is the one that the counter would take. Use a stable \
        name for camera.source: the number behind /dev/video changes. The names of \
        controls are those of [camera.controls] and [camera.scan] in kiosk.conf.
        """:
            """
        带 → 的是柜台会用的模式。camera.source 请写固定名称：/dev/video \
        后面的号会变。可调项的名称就是 kiosk.conf 里 [camera.controls] 和 \
        [camera.scan] 用的名称。
        """,
        """
        A picture of the rule's own size is judged as it is; any other by the \
        portrait that would be made of it. Exit status 65 where a check fails.

        With --proof a stored portrait is made again of its kept original, crop and \
        rule, and compared bit for bit: the pixels before encoding, then the file. \
        Exit status 65 where anything differs.
        """:
            """
        尺寸正好是成片的按原样检查，其他的按将要裁出的照片检查。有一项不合格\
        ，退出码 65。

        用 --proof \
        时，按留存的原图、裁切和规格重做一遍，逐位比较：先比像素，再比文件。\
        有出入，退出码 65。
        """,
        """
        With --screen window the day is played in the windows of the counter, at a \
        person's pace; with --views both the student's beside the operator's.
        """:
            """
        用 --screen window 在柜台窗口里按真人速度演示；加 --views both \
        同时显示学生屏。
        """,
        """
        The new portrait takes the place of the earlier one, which is withdrawn and \
        kept. Person and time of the shot stay.
        """:
            "新照片替换原来那张，原来的作废留档。人和拍摄时间不变。",
        "Digits type the ID number, Enter ends it; a digit answers a question.":
            "数字输入证件号码，回车结束；有问题时按数字回答。",
        """
        Keys, with the window or the terminal in front of you; a foot pedal is \
        Enter:
        """:
            "按键（窗口或终端里）；脚踏开关等于回车：",
        """
        SOURCE is a device (/dev/video0, /dev/kiosk-camera), a folder of JPEG or \
        PNG frames, a Motion-JPEG file (.mjpeg), a named pipe that another program \
        writes Motion-JPEG into, or studio[:SEED[:N]], the synthetic studio.
        """:
            """
        SOURCE 可以是设备（/dev/video0、/dev/kiosk-camera）、JPEG 或 PNG \
        图片的文件夹、Motion-JPEG 文件（.mjpeg）、别的程序写 Motion-JPEG \
        的命名管道，或虚拟影棚 studio[:SEED[:N]]。
        """,
        "A session may be exported while a counter goes on storing into it.":
            "柜台还在拍的场次也可以导出。",
        "The status is that of the first part that does not work; 0 where all do.":
            "退出码是第一个不正常部分的；都正常为 0。",
        "Exit status 0 where a portrait was written, whatever its verdict.":
            "写出了照片退出码就是 0，不论是否合格。",
        "JPEG, PNG, WebP, HEIC and AVIF. Exit status 65 where a picture has no code.":
            "认 JPEG、PNG、WebP、HEIC 和 AVIF。有图片没读到码，退出码 65。",
        "(in the window)": "（窗口里）",
        "One JSON object.": "输出一个 JSON。",
        "Prints one JSON object.": "输出一个 JSON。",
        "One JSON object a line.": "每行一个 JSON。",
        "The pictures; with --proof a session and a number.":
            "图片；用 --proof 时是场次和号。",
        "Makes a stored portrait again and compares it: --proof SESSION SEQ":
            "重做已存的照片并比较：--proof 场次 号",
        "The rule, e.g. chsi or chsi-white.":
            "照片规格，如 chsi、chsi-white。",
        "The rule, e.g. chsi or id-card.":
            "照片规格，如 chsi、id-card。",
        "The configuration file.": "配置文件。",
        "The folder of the sessions.": "场次所在的文件夹。",
        "The disc image to write.": "要写的光盘镜像。",
        "The seed of the students.": "学生的随机种子。",
        "The number of students, 5 or more.": "学生人数，至少 5。",
        "none, or window: plays the day in the windows of the counter.":
            "none，或 window：在柜台窗口里演示。",
        "The views in the window: auto, operator or both.":
            "窗口里的画面：auto、operator 或 both。",
        "Replaces the image where it exists.": "已有镜像时覆盖。",
        "Replaces an image or archive of that name; a folder never.":
            "覆盖同名的镜像或压缩包；文件夹从不覆盖。",
        "The camera.": "相机。",
        "The sessions.": "场次。",
        "Finds portraits by the picture of a code, or by an ID number.":
            "按采集码的图片或证件号码查找照片。",
        "Exit status 65 where none is found.": "一张也没找到，退出码 65。",
        "A picture that shows the code.": "采集码的图片。",
        "Asks for the ID number, which is not shown.": "当场输入证件号码，不显示。",
        "--reason takes why it is withdrawn": "--reason 后面写作废的原因",
        "find takes a picture or --number": "find 后面是图片，或 --number",
        "Makes a class card: a code that the counter reads as \"this class now\".":
            "做一张班级卡：柜台扫了就换到这个班。",
        "At the counter it acts only after the key b.": "在柜台上先按 b 才起作用。",
        "The class's name.": "班级名称。",
        "The card: .svg with the name below the code, or .png.":
            "卡片：.svg（码下有班名）或 .png。",
        "-o takes a name that ends in .svg or .png": "-o 的文件名要以 .svg 或 .png 结尾",
        "The image, archive or folder.": "镜像、压缩包或文件夹。",
        "iso, zip or folder.": "iso、zip 或 folder。",
        "How files are named, as in kiosk.conf; may be given more than once.":
            "文件怎么命名，见 kiosk.conf；可以给几次。",
        "Only these classes, \"\" for those without one; may be given more than once.":
            "只要这些班级，\"\" 表示未分班的；可以给几次。",
        "Only what was not exported yet, or was changed since.":
            "只要还没导出过、或导出后又改过的。",
        "An output for each student, in a new folder.": "每位学生一份，放在新文件夹里。",
        "Splits what is too much for one: cd, dvd or bytes such as 650M, by class.":
            "一张放不下时按班级分盘：cd、dvd 或字节数，如 650M。",
        "--medium takes cd, dvd or a size such as 650M":
            "--medium 可以是 cd、dvd 或大小，如 650M",
        "--per-student goes with neither --medium nor --force":
            "--per-student 不能和 --medium、--force 一起用",
        "The portrait's number in the session; with --class also 3,7-9.":
            "照片在场次里的号；用 --class 时可以是 3,7-9。",
        "The class that it belongs to; \"\" for none.": "所属班级；\"\" 表示不属于任何班。",
        "Only these portraits: 3,7,8; of several sessions day:3,eve:7":
            "只导出这些号：3,7,8；多场时 day:3,eve:7",
        "The picture.": "图片。",
        "The JPEG to write.": "要写的 JPEG。",
        "Replaces the output where it exists.": "已有文件时覆盖。",
        "The session.": "场次。",
        "The portrait's number in the session.": "照片在场次里的号。",
        "Why it is stored, should the new one fail and the earlier one did not.":
            "新照片不合格而原来合格时，为什么仍保存。",
        "The session (default: today's date).": "场次（默认是今天的日期）。",
        "Frames a second of a recorded source; 0 for as fast as they are taken.":
            "录像每秒帧数；0 为能多快就多快。",
        "Shoots and accepts by itself when every check passes.":
            "各项都合格时自动拍照并保存。",
        """
        Waits for a missing camera in the terminal too, instead of ending with \
        status 69.
        """:
            "终端里也等相机接上，不以 69 退出。",
        "auto (a window where there is a desktop), window or none (the terminal).":
            "auto（有桌面就开窗口）、window 或 none（终端）。",
        """
        auto (the student's too where there is a second display), operator, or both \
        (default: screen.views).
        """:
            "auto（有第二台屏就开学生屏）、operator 或 both（默认按 screen.views）。",
        "The pictures.": "图片。",
        "Why it is changed.": "更改的原因。",
        "Why it is withdrawn.": "作废的原因。",
        "The seed.": "随机种子。",
        "Students to draw.": "画几位学生。",
        "Columns and rows, from 640x480 to 3840x2160.":
            "宽x高，640x480 到 3840x2160。",
        "blue, white or grey.":
            "blue（蓝）、white（白）或 grey（灰）。",
        "Draws a fault of a size, e.g. tilt=6.": "画出一种毛病，如 tilt=6。",
        "Whole sittings, frame by frame, instead of one picture a student.":
            "逐帧画出整个拍摄过程，不只一张。",
        "The folder to write.": "写到哪个文件夹。",
        "The image, archive, device or folder.": "镜像、压缩包、设备或文件夹。",
        "--proof takes a session and a portrait's number":
            "--proof 后面要写场次和号",
        "--size takes 640x480 … 3840x2160":
            "--size 要在 640x480 到 3840x2160 之间",
        "--count takes 1 or more": "--count 至少是 1",
        "--backdrop takes blue, white or grey":
            "--backdrop 只能是 blue、white 或 grey",
        "--fault draws posed students, not --sittings":
            "--fault 不能和 --sittings 一起用",
        "--fps takes 0 … 240": "--fps 要在 0 到 240 之间",
        "--format takes": "--format 可以是",
        "--students takes 5 or more": "--students 至少是 5",
    ]
}
