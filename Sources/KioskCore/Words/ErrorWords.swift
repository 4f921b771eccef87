extension KioskError {
    /// Why, in one sentence.
    public var reason: Phrase {
        let (words, places) = (code.words.reason, places)
        let detail = DetailWords.chinese(places["detail"] ?? "", of: code)
        let chinese = words.filled(places.merging(["detail": detail]) { $1 })
        return Phrase(zh: chinese.zh, en: words.filled(places).en)
    }

    /// What to do.
    public var remedy: Phrase { code.words.remedy.filled(places) }

    /// Why, with the library's own words where they help.
    func sentence(_ language: Language) -> String {
        let detail = places["detail"] ?? ""
        return reason[language] + (code.showsDetail && !detail.isEmpty ? " (\(detail))" : "")
    }

    /// What a terminal shows: the sentence, what to try, the stable code.
    public func message(_ language: Language) -> String {
        let sentence = sentence(language)
        return switch language {
        case .english: "kiosk: \(sentence)\n  try: \(remedy.en)\n  code: \(code.rawValue)"
        case .chinese: "kiosk：\(sentence)\n  请：\(remedy.zh)\n  代码：\(code.rawValue)"
        }
    }

    private var places: [String: String] {
        ["subject": subject, "detail": detail].mapValues {
            Mask.idNumbers(in: ForeignText.visible($0, keepsLines: false))
        }
    }
}

extension KioskError.Code {
    /// Whether the library's own words help the reader and stand behind the sentence.
    fileprivate var showsDetail: Bool {
        switch self {
        case .fileRead, .fileWrite, .fileCreate, .filePermission, .sessionDamaged, .discWrite,
            .jpeg, .bug, .cameraFailed, .cameraBusy, .faceModel, .pictureFormat, .screenFailed:
            true
        default: false
        }
    }

    /// Every error's sentence and remedy, in both languages: the one table.
    fileprivate var words: (reason: Phrase, remedy: Phrase) {
        switch self {
        case .usage:
            say(
                "命令写法不对：{subject}", "the command is not right: {subject}",
                "看 kiosk --help", "see kiosk --help")
        case .classMissing:
            say(
                "没有班级“{subject}”的照片", "no portrait is of the class {subject}",
                "用 kiosk sessions show 看有哪些班级", "kiosk sessions show lists the classes")
        case .className:
            say(
                "班级名要有 1 到 40 个看得见的字", "a class's name has 1 to 40 characters that can be seen",
                "换一个名称", "give another name")
        case .sessionName:
            say(
                "场次名“{subject}”不能用", "“{subject}” cannot be the name of a session",
                "只用字母、数字、汉字、点、横线和下划线，不要斜线",
                "use letters, digits, dots, dashes and underscores, no slash")
        case .screenMissing:
            say(
                "没有能显示窗口的屏幕", "there is no screen to show a window on",
                "在桌面或文本控制台上启动，或用 --screen none",
                "start it on a desktop or a console, or use --screen none")
        case .screenFont:
            say(
                "没有装中文字体", "no font with Chinese characters is installed",
                "安装 fonts-wqy-microhei 或 fonts-noto-cjk",
                "install fonts-wqy-microhei or fonts-noto-cjk")
        case .screenInput:
            say(
                "控制台上读不到键盘（/dev/input）", "the keyboard cannot be read on this console (/dev/input)",
                "把用户加入 input 组后重新登录", "add the user to the group input and sign in again")
        case .screenFailed:
            say(
                "窗口打不开", "the window cannot be opened",
                "用 --screen none，或检查显卡驱动", "use --screen none, or check the graphics driver")
        case .screenGone:
            say(
                "桌面关闭了，窗口跟着没了；已保存的照片都在",
                "the desktop ended, and the window with it; what was stored is kept",
                "重新进入桌面，再打开 kiosk", "start the desktop again, and then kiosk")
        case .clockBehind:
            say(
                "电脑时间早于 {subject}，而那一刻早已过去",
                "the clock is behind {subject}, which has passed already",
                "先校准电脑的日期和时间", "set the date and time first")
        case .exportBusy:
            say(
                "正在写另一张光盘镜像", "another disc image is being written",
                "写完再按一次", "press the key again when it is done")
        case .exportCancelled:
            say(
                "导出已取消，什么也没有留下", "the export was cancelled, and nothing of it is left",
                "要导出时再按一次", "press the key again to export")
        case .exportUnmounted:
            say(
                "U 盘没有插好：{subject} 上什么也没有挂载",
                "the medium is not there: nothing is mounted at {subject}",
                "插上 U 盘，等系统认出后再导出；或在 kiosk.conf 里改 export.folder",
                "plug it in, wait until it is mounted and export again, or change export.folder")
        case .numberWrong:
            say(
                "证件号码不能用：{detail}", "the number cannot be used: {detail}",
                "对着证件重新输入", "type it again from the card")
        case .pictureMissing:
            say(
                "找不到图片 {subject}", "there is no picture {subject}",
                "核对文件名和文件夹", "check the name and the folder")
        case .pictureFormat:
            say(
                "{subject} 不是能读的图片", "{subject} is not a picture that can be read",
                "用 JPEG、PNG、WebP 或 HEIC 图片", "use a JPEG, PNG, WebP or HEIC picture")
        case .pictureTruncated:
            say(
                "图片 {subject} 不完整", "the picture {subject} is cut short",
                "重新复制或重新拍一张", "copy it again, or take it again")
        case .pictureDamaged:
            say(
                "图片 {subject} 的数据有损坏（{detail}）",
                "some of the data of the picture {subject} is lost ({detail})",
                "重新复制或重新拍一张", "copy it again, or take it again")
        case .pictureKind:
            say(
                "{subject} 是 {detail} 文件，读不了", "{subject} is a {detail} file, which is not read",
                "另存为 JPEG 或 PNG，或在手机上截屏", "save it as JPEG or PNG, or take a screenshot of it")
        case .pictureLarge:
            say(
                "图片 {subject} 太大（{detail}）", "the picture {subject} is too large ({detail})",
                "先缩小，或另存为 JPEG，不要超过两千万像素",
                "make it smaller, or save it as JPEG: 20 million pixels are plenty")
        case .pictureFolderEmpty:
            say(
                "文件夹 {subject} 里没有图片", "the folder {subject} holds no pictures",
                "换一个有 JPEG 或 PNG 的文件夹", "name a folder with JPEG or PNG files")
        case .codeNone:
            say(
                "{subject} 里没有读到采集码", "no code was read in {subject}",
                "换一张清楚的、整个码都在里面的图片，最好是学信网上保存的原图",
                "use a clear picture with the whole code, best the one saved from chsi.com.cn")
        case .codePart:
            say(
                "{subject} 里只有采集码的一部分", "{subject} shows one part of a code that is split",
                "换成完整的采集码，或把各部分拍在一张里", "use the whole code, or all its parts in one picture")
        case .codeDoubtful:
            say(
                "{subject} 里的码读不准", "the code in {subject} is read in two ways",
                "换一张更清楚的图片，最好是学信网上保存的原图",
                "use a clearer picture, best the one saved from chsi.com.cn")
        case .faceNone:
            say(
                "{subject} 里没有找到人脸", "no face was found in {subject}",
                "正对镜头，露出整张脸", "face the camera, the whole face in view")
        case .faceMany:
            say(
                "{subject} 里不止一张人脸（{detail}）",
                "there is more than one face in {subject} ({detail})",
                "只让本人在画面里", "let only the one person be in the picture")
        case .faceSmall:
            say(
                "{subject} 里的人脸像素太少，做不成照片（{detail}）",
                "the face in {subject} has too few pixels for a portrait ({detail})",
                "坐近一点，或换更大的图片；照片不会被放大",
                "come closer or use a larger picture; a portrait is never enlarged")
        case .faceFraming:
            say(
                "{subject} 里的人脸位置做不成合格的裁切",
                "no crop of {subject} meets the rule",
                "按提示移动后重拍", "move as the hint says and take it again")
        case .faceModel:
            say(
                "人脸模型文件 {subject} 缺失或内容不对",
                "the face model {subject} is missing or another than it should be",
                "重新安装 kiosk 的模型文件（Tools/models 会取来并核对）",
                "install kiosk's face models again (Tools/models fetches and checks them)")
        case .sizeBelow:
            say(
                "照片最好画质仍不到 {detail} 字节", "at its best quality the portrait is under {detail} bytes",
                "换细节更多的原图，或用下限更低的规则", "use a picture with more detail, or a rule with a lower bound"
            )
        case .sizeAbove:
            say(
                "照片最低画质仍超过 {detail} 字节", "at the least quality the portrait is over {detail} bytes",
                "减少画面噪点（加灯光），或用上限更高的规则",
                "lower the noise (more light), or use a rule with a higher bound")
        case .sizeBetween:
            say(
                "没有一档画质落在要求的字节数里（{detail}）",
                "no quality gives a length in the window ({detail} bytes)",
                "用范围更宽的规则", "use a rule with a wider window")
        case .jpeg:
            say(
                "JPEG 编码失败", "the JPEG library failed",
                "再试一次；仍不行请告诉我们", "try again; if it stays, tell us")
        case .cameraMissing:
            say(
                "找不到相机 {subject}", "there is no camera {subject}",
                "插好相机，或改 kiosk.conf 的 camera.source",
                "plug it in, or set camera.source in kiosk.conf")
        case .cameraGone:
            say(
                "相机 {subject} 断开了", "the camera {subject} is gone",
                "重新插好相机", "plug the camera in again")
        case .cameraBusy:
            say(
                "相机 {subject} 被别的程序占用", "the camera {subject} is used by another program",
                "关掉那个程序，或改 camera.source", "close it, or set camera.source in kiosk.conf")
        case .cameraPermission:
            say(
                "没有权限使用相机 {subject}（属于 {detail} 组）",
                "no permission to use the camera {subject} (group {detail})",
                "安装 udev/70-kiosk.rules；或把用户加入 {detail} 组后重新登录",
                "install udev/70-kiosk.rules, or add the user to the group {detail} and sign in again"
            )
        case .cameraFormat:
            say(
                "相机 {subject} 没有能用的格式（{detail}）",
                "the camera {subject} has no format that can be used ({detail})",
                "用 kiosk cameras 看它有什么，再改 kiosk.conf 的 camera.format、width、height",
                "see kiosk cameras for what it has, then set camera.format, width and height")
        case .cameraSmall:
            say(
                "相机 {subject} 的画面不够大，拍不成照片（{detail}）",
                "the camera {subject} has no mode with enough pixels for a portrait ({detail})",
                "换一台至少 640 行的相机，或把它侧放并设 camera.mount；照片不会被放大",
                "use one with at least 640 lines, or fix it on its side and set camera.mount; "
                    + "a portrait is never enlarged")
        case .cameraCompressed:
            say(
                "相机 {subject} 只给压缩视频，程序解不开（{detail}）",
                "the camera {subject} gives compressed video that is not decoded here ({detail})",
                "改 kiosk.conf 的 camera.format，或换一台有 MJPG、YUYV 或 NV12 的相机",
                "set another camera.format, or use a camera with MJPG, YUYV or NV12")
        case .cameraLies:
            say(
                "相机 {subject} 送来的画面与约定的大小不符（{detail}）",
                "the camera {subject} sends pictures of another size than agreed ({detail})",
                "在 kiosk.conf 里写它真正给的 camera.width 和 camera.height",
                "set camera.width and camera.height to what it really gives")
        case .cameraControl:
            say(
                "相机没有这个控制项，{subject}；现有：{detail}",
                "the camera has no such control, {subject}; it has: {detail}",
                "用 kiosk cameras 看名字和范围，改正或删掉这一行",
                "see kiosk cameras for names and ranges; correct the line or delete it")
        case .cameraSilent:
            say(
                "相机 {subject} 不再送来画面", "the camera {subject} sends no pictures",
                "拔下再插上", "unplug it and plug it in again")
        case .cameraFailed:
            say(
                "相机 {subject} 出错", "the camera {subject} failed",
                "拔下再插上", "unplug it and plug it in again")
        case .cameraDamaged:
            say(
                "相机传来的画面全是坏的，看不见人", "the camera's pictures all arrive damaged: nobody is seen",
                "拔下再插上，直接插到电脑上，不要用集线器，或换一根线",
                "plug it in again, at the computer itself and not at a hub, or take another cable")
        case .sessionMissing:
            say(
                "没有名为 {subject} 的场次", "there is no session {subject}",
                "用 kiosk sessions 看有哪些", "see kiosk sessions for what there is")
        case .sessionHeld:
            say(
                "场次 {subject} 正被另一个 kiosk 使用（进程 {detail}）",
                "the session {subject} is held by another kiosk (process {detail})",
                "先结束那一个；柜台也可以用 --session 另开一场",
                "end that one first; a counter can also name another --session")
        case .sessionDamaged:
            say(
                "场次文件 {subject} 已损坏，未作任何改动",
                "the session file {subject} is damaged; it was left as it is",
                "先复制一份留存；柜台用 --session 另开一场",
                "keep a copy of it; a counter goes on with another --session")
        case .sessionForeign:
            say(
                "{subject} 不是 kiosk 的场次文件", "{subject} is not a session of kiosk",
                "核对文件；柜台用 --session 另开一场",
                "check the file; a counter goes on with another --session")
        case .sessionNewer:
            say(
                "场次 {subject} 由更新版本的 kiosk 写成",
                "the session {subject} was written by a newer kiosk",
                "升级这台机器上的 kiosk", "update kiosk on this machine")
        case .sessionEmpty:
            say(
                "场次 {subject} 里没有可导出的照片", "the session {subject} has no portrait to export",
                "用 kiosk sessions show 看看", "see kiosk sessions show")
        case .sessionUnmatched:
            say(
                "场次 {subject} 里没有既符合序号又符合班级的照片",
                "no portrait of the session {subject} is of both the numbers and the classes asked for",
                "用 kiosk sessions show 看序号和班级",
                "see kiosk sessions show for numbers and classes")
        case .sessionVoided:
            say(
                "序号 {subject} 的照片已经作废", "the portrait number {subject} was withdrawn",
                "用 kiosk sessions show 看原因和有效的照片",
                "see kiosk sessions show for the reason, and for what stands")
        case .sessionExported:
            say(
                "场次 {subject} 要的照片都已经导出过了，之后没有改动",
                "all that was asked for of the session {subject} was exported, and nothing changed since",
                "要再导出一次，就去掉 --not-exported", "leave out --not-exported to export it again")
        case .sessionSequence:
            say(
                "场次里没有序号 {subject} 的照片", "the session has no portrait number {subject}",
                "用 kiosk sessions show 看序号", "see kiosk sessions show for the numbers")
        case .proofDiffers:
            say(
                "{subject} 号照片与它的原图对不上：{detail}",
                "portrait {subject} is not what its original gives: {detail}",
                "不要交付这张；留一份场次文件，用 kiosk recrop 从原图重做，或重拍",
                "do not hand it over; keep a copy of the session, make it again with kiosk recrop, "
                    + "or take another")
        case .fileMissing:
            say(
                "找不到 {subject}", "there is no {subject}",
                "核对文件名和文件夹", "check the name and the folder")
        case .filePermission:
            say(
                "没有权限读写 {subject}", "no permission for {subject}",
                "换一个有权限的文件或文件夹，或请管理员授权",
                "use another file or folder, or ask for the permission")
        case .fileExists:
            say(
                "{subject} 已经存在", "{subject} exists already",
                "换一个名字，或加 --force 覆盖", "choose another name, or replace it with --force")
        case .outputExists:
            say(
                "{subject} 已经存在，不能覆盖", "{subject} exists already and is not replaced",
                "换一个名字", "choose another name")
        case .fileForeign:
            say(
                "{subject} 不是 kiosk 自己的文件：它是链接、管道，或属于别的用户，未作任何改动",
                "{subject} is no file of kiosk's own: a link, a pipe, or another user's; it was left as it is",
                "核对是谁放在那里的；确实需要，就复制成自己的普通文件再用",
                "find out who put it there; where it is needed, copy it to a plain file of your own"
            )
        case .fileCreate:
            say(
                "无法创建 {subject}", "{subject} cannot be created",
                "核对文件夹是否存在、能否写入", "check that the folder exists and can be written")
        case .fileRead:
            say(
                "读取 {subject} 失败", "reading {subject} failed",
                "核对磁盘或光盘，再试一次", "check the disk or disc and try again")
        case .fileWrite:
            say(
                "写入 {subject} 失败", "writing {subject} failed",
                "核对磁盘，再试一次；已保存的照片没有受影响", "check the disk and try again; what was stored is safe")
        case .diskFull:
            say(
                "磁盘空间不足：{subject}", "the disk is full: {subject}",
                "腾出空间再试；已保存的照片没有受影响", "make room and try again; what was stored is safe")
        case .discWrite:
            say(
                "写光盘镜像 {subject} 失败", "writing the disc image {subject} failed",
                "再试一次；场次没有受影响", "try again; the session is untouched")
        case .discLarge:
            say(
                "{subject} 所在的 U 盘是 FAT 格式，放不下 4 GB 以上的文件",
                "{subject} lies on a FAT file system, which holds no file of 4 GB",
                "用 --medium 4G 分成几份，或用 exFAT 格式的 U 盘",
                "split it by --medium 4G, or use a stick with exFAT")
        case .discSmall:
            say(
                "{subject} 字节的介质连一张照片也放不下",
                "not even one portrait fits on a medium of {subject} bytes",
                "用 --medium cd、dvd 或更大的数", "give --medium cd, dvd or more")
        case .discNames:
            say(
                "光盘上的文件名无法唯一：{subject}", "the names on the disc cannot be made unique: {subject}",
                "改 kiosk.conf 的 naming.file", "change naming.file in kiosk.conf")
        case .discForeign:
            say(
                "{subject} 不是 kiosk 写的光盘", "{subject} is not a disc of kiosk",
                "核对路径：光盘里应有 SHA256SUMS；每人一份的，要逐份核对",
                "check the path: a disc of ours holds SHA256SUMS; of a folder of students verify each"
            )
        case .discMismatch:
            say(
                "{subject} 与校验和不符：{detail}", "{subject} does not match its checksums: {detail}",
                "不要交付这份，重新导出", "do not hand it over; export again")
        case .configMissing:
            say(
                "找不到配置文件 {subject}", "there is no configuration {subject}",
                "核对 --config 的路径", "check the path after --config")
        case .configSyntax:
            say(
                "配置写法有误，{subject}：{detail}",
                "the configuration cannot be read, {subject}: {detail}",
                "按 TOML 写法改正这一行", "correct that line after TOML's rules")
        case .configUnknown:
            say(
                "配置里没有这个键，{subject}；{detail}", "unknown key, {subject}; {detail}",
                "改正或删掉这一行", "correct the line or delete it")
        case .configType:
            say(
                "配置值的类型不对，{subject}：应为{detail}", "wrong type, {subject}: it takes {detail}",
                "按 kiosk.conf 里的说明改正", "correct it as the comments of kiosk.conf say")
        case .configRange:
            say(
                "配置值超出范围，{subject}：允许 {detail}",
                "value out of range, {subject}: allowed is {detail}",
                "按允许的范围改正", "choose a value that is allowed")
        case .configPath:
            say(
                "配置的路径不能用，{subject}", "a path that cannot be used, {subject}",
                "文件夹最多五层，不能有“..”；文件名不能空，也不能有斜杠",
                "name five folders at most, none of them .., and a file without a slash")
        case .configLayout:
            say(
                "没有名为“{subject}”的文件布局", "there is no layout named {subject}",
                "从现有的布局里选：{detail}；也可以在 kiosk.conf 里加一个 [[layout]]",
                "choose one of {detail}, or add a [[layout]] to kiosk.conf")
        case .configRule:
            say(
                "没有名为 {subject} 的规则；现有：{detail}", "there is no rule {subject}; there are: {detail}",
                "用其中一个，或在 kiosk.conf 里加一条", "use one of them, or add one in kiosk.conf")
        case .configWritten:
            say(
                "{subject} 里 {detail} 的写法不好自动改，文件没有动",
                "{detail} stands in {subject} in a way that it is not changed here; nothing was written",
                "用编辑器改这一项", "change it there with an editor")
        case .interrupted:
            say(
                "已按 Ctrl-C 停止", "stopped by Ctrl-C",
                "已保存的都在；再运行即可继续", "what was stored is safe; run it again to go on")
        case .terminated:
            say(
                "已被要求结束", "asked to end",
                "已保存的都在；再运行即可继续", "what was stored is safe; run it again to go on")
        case .hungUp:
            say(
                "终端已关闭", "the terminal was closed",
                "已保存的都在；再运行即可继续", "what was stored is safe; run it again to go on")
        case .bug:
            say(
                "程序内部错误：{subject}", "an error of ours: {subject}",
                "请把这几行发给我们", "send us these lines")
        }
    }
}

private func say(
    _ reasonZh: String, _ reasonEn: String, _ remedyZh: String, _ remedyEn: String
) -> (reason: Phrase, remedy: Phrase) {
    (Phrase(zh: reasonZh, en: reasonEn), Phrase(zh: remedyZh, en: remedyEn))
}
