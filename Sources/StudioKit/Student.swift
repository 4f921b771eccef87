import FoundationEssentials
import KioskCore

/// A drawn student: who they are on paper. Names and numbers are made up.
public struct Student: Hashable, Sendable {
    /// The bytes of the student's code.
    public let code: [UInt8]
    /// The full ID number on the student's card.
    public let idNumber: String
    /// Whether the code tells nothing of its owner.
    public let hasOpaqueCode: Bool
    /// Whether the student first sits too far away.
    public let sitsTooFar: Bool
    /// Whether the student stays longer, since the operator takes a second shot.
    public let staysLonger: Bool
    let look: StudentLook

    /// The student of that index, from 0, in the day of a seed. Of each five the second sits too
    /// far away at first, the third stays longer and the fourth has an opaque code.
    public init(seed: UInt64, index: Int) {
        var random = StudioRandom(seed: seed, stream: UInt64(index) &+ 1)
        look = StudentLook(&random, index: index)
        hasOpaqueCode = index % 5 == 3
        sitsTooFar = index % 5 == 1
        staysLonger = index % 5 == 2
        idNumber = Self.idNumber(&random)
        let papers = Self.papers(&random, idNumber: idNumber)
        code = hasOpaqueCode ? Self.opaque(&random) : Self.base64(papers)
    }

    /// A number with the right form and check character (GB 11643) that is nobody's: area 110199.
    private static func idNumber(_ random: inout StudioRandom) -> String {
        let year = 2001 + random.below(4)
        let month = 1 + random.below(12)
        let day = 1 + random.below(28)
        let sequence = 100 + random.below(900)
        let body = "110199\(year)" + two(month) + two(day) + "\(sequence)"
        return "0123456789X".map { "\(body)\($0)" }
            .first { IDNumber($0)?.hasRightCheck == true } ?? body
    }

    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    /// The only public trace of a code's shape: a JSON object with these keys.
    private static func papers(_ random: inout StudioRandom, idNumber: String) -> String {
        let surname = random.choose(["张", "王", "李", "赵", "陈", "刘", "杨", "黄", "周", "吴", "𠮷", "欧阳"])
        let given = random.choose(["*", "*三", "*宁", "*雨", "*文"])
        let digits = random.next() | 0x1000_0000_0000_0000
        let fields: [(String, String)] = [
            ("sjc", "\(1_760_000_000_000 + random.below(20_000_000_000))"),
            ("cjm", String(digits, radix: 16)),
            ("yxdm", "\(10_001 + random.below(4000))"),
            ("zjhm", String(idNumber.suffix(4))),
            ("xh", "\(2_022_000_000 + random.below(999_999))"),
            ("cc", random.choose(["本科", "专科", "硕士"])),
            ("xllb", random.choose(["普通高等教育", "成人高等教育"])),
            ("fy", random.choose(["软件学院", "文学院", "物理系", "艺术设计系"])),
            ("xm", surname + given),
            ("bh", "\(2_022_001 + random.below(40))"),
        ]
        return "{" + fields.map { "\"\($0)\":\"\($1)\"" }.joined(separator: ",") + "}"
    }

    private static func base64(_ text: String) -> [UInt8] {
        Array(Data(text.utf8).base64EncodedString().utf8)
    }

    /// 120 to 300 characters without a form that could be guessed.
    private static func opaque(_ random: inout StudioRandom) -> [UInt8] {
        let letters = Array("ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789!*~.".utf8)
        let count = 120 + random.below(180)
        return [UInt8(ascii: "#")] + (0..<count).map { _ in random.choose(letters) }
    }
}
