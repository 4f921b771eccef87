extension CheckKind {
    /// What does not belong into the picture: dates and words that a camera writes, logos, lines, frames
    /// (教毕指〔2017〕99号 forbids them). A speck or two may be on the backdrop, and letters on the clothes: the
    /// operator looks. Live pictures are not looked at for them.
    static let marks = CheckKind("marks", zh: "文字与标记", en: "foreign marks") { face in
        face.marks.map { marks in
            let found = [lines(marks), onBackdrop(marks), letters(marks)]
            let worst = Verdict.worst(of: found.map(\.verdict))
            return found.first { $0.verdict == worst } ?? found[0]
        }
    }

    private static func lines(_ marks: ForeignMarks) -> Finding {
        Finding(
            value: marks.hasLine ? 1 : 0, unit: "", allowed: 0...0,
            advice: Phrase(
                zh: "照片里有边框或直线：请关掉相机的边框、网格线和对焦框",
                en:
                    "A frame or a straight line is in the picture: turn off the camera's frames and grids."
            ))
    }

    private static func onBackdrop(_ marks: ForeignMarks) -> Finding {
        let count = marks.onBackdrop ?? 0
        return Finding(
            value: Double(count), unit: "", allowed: 0...0, tolerated: 0...2,
            advice: count > 2
                ? Phrase(
                    zh: "背景上有文字或标记：请关掉相机的日期、文字和水印",
                    en:
                        "Letters or marks are on the backdrop: turn off the camera's date, words and logo."
                )
                : Phrase(
                    zh: "背景上有斑点或标记：请看一下背景布和镜头是否干净",
                    en:
                        "A speck or mark is on the backdrop: look whether backdrop and lens are clean."
                ))
    }

    private static func letters(_ marks: ForeignMarks) -> Finding {
        Finding(
            value: Double(marks.letters), unit: "", allowed: 0...0, tolerated: 0...1000,
            advice: Phrase(
                zh: "照片上或衣服上有字：相机印的字请关掉，衣服上的字请遮住或换衣服",
                en:
                    "Letters are on the picture or on the clothes: turn off what the camera writes; cover or change the clothes."
            ))
    }
}
