/// What a drawn student looks like. Lengths are in face widths, cheek to cheek.
struct StudentLook: Hashable, Sendable {
    enum Hair: CaseIterable, Hashable, Sendable {
        case bald, buzz, short, sidePart, bob, long, curly, ponytail, bun
    }
    enum Clothes: CaseIterable, Hashable, Sendable {
        case shirt, blazer, roundNeck, vNeck, hoodie
    }

    let skin: StudioColor
    var hair: Hair
    let hairColor: StudioColor
    let clothes: Clothes
    var clothesColor: StudioColor
    var hasGlasses: Bool
    let beard: Double
    let lips: StudioColor
    let iris: StudioColor
    /// The jaw's width, 1 the mean.
    let jaw: Double
    /// The length from eyes to chin, 1 the mean.
    let length: Double
    /// The height of the scalp above the eyes.
    let crown: Double
    /// The tilt, degrees: less than a rule could object to, since these are good portraits.
    let roll: Double
    /// How strongly the light falls from the picture's left.
    let light: Double
    /// Where the student sits, −1 to 1 of what is still a good place.
    let sideways: Double
    let vertical: Double
    let distance: Double

    /// Whether clothes and collar are of one colour without light and shadow.
    var isEvenlyClothed = false
    /// How much of each lens reflects the lamp, 0 to 1.
    var glare = 0.0
    /// How far a bun reaches above the crown; nil as the hair has it.
    var bunHeight: Double?

    /// Every style in its turn, so that even a short day shows many; the rest by chance.
    init(_ random: inout StudioRandom, index: Int) {
        let skins = Self.skins
        skin = skins[(index * 3 + random.below(2)) % skins.count]
        let styles: [Hair] = [
            .sidePart, .bob, .short, .bun, .curly, .long, .buzz, .ponytail, .bald,
        ]
        hair = styles[(index + random.below(2) * 4) % styles.count]
        hairColor = random.choose(Self.hairColors)
        clothes = random.choose(Clothes.allCases)
        clothesColor = random.choose(Self.clothesColors)
        hasGlasses = random.below(4) == 0
        let canHaveBeard = [.short, .sidePart, .buzz, .bald, .curly].contains(hair)
        beard = canHaveBeard && random.below(3) == 0 ? random.uniform(0.35, 0.85) : 0
        lips = skin.mixed(StudioColor(176, 64, 72), random.uniform(0.35, 0.55))
        iris = random.choose([
            StudioColor(58, 36, 24), StudioColor(40, 28, 22), StudioColor(86, 60, 34),
            StudioColor(70, 96, 104),
        ])
        jaw = random.uniform(0.95, 1.04)
        length = random.uniform(0.97, 1.04)
        crown = random.uniform(0.72, 0.76)
        roll = random.uniform(-2.4, 2.4)
        light = random.uniform(-0.6, 0.6)
        sideways = random.uniform(-1, 1)
        vertical = random.uniform(-1, 1)
        distance = random.uniform(-1, 1)
    }

    /// How far above the eye line the hair reaches.
    var hairHeight: Double {
        switch hair {
        case .bald: crown
        case .buzz: crown + 0.025
        case .short: crown + 0.08
        case .sidePart: crown + 0.11
        case .bob, .long: crown + 0.09
        case .ponytail: crown + 0.06
        case .curly: crown + 0.22
        case .bun: crown + 0.36
        }
    }

    /// How far the hair reaches to the side of the head's middle.
    var halfWidth: Double {
        switch hair {
        case .bald, .buzz: 0.51
        case .short, .sidePart, .ponytail, .bun: 0.54
        case .bob, .long: 0.58
        case .curly: 0.72
        }
    }

    /// From very fair to very dark.
    static let skins: [StudioColor] = [
        StudioColor(247, 222, 206), StudioColor(240, 208, 186), StudioColor(234, 196, 168),
        StudioColor(226, 182, 148), StudioColor(212, 166, 130), StudioColor(194, 146, 110),
        StudioColor(174, 126, 92), StudioColor(152, 107, 78), StudioColor(132, 92, 68),
        StudioColor(112, 78, 60),
    ]

    private static let hairColors: [StudioColor] = [
        StudioColor(30, 26, 28), StudioColor(38, 28, 24), StudioColor(58, 40, 30),
        StudioColor(86, 58, 38), StudioColor(128, 84, 48), StudioColor(188, 146, 92),
        StudioColor(122, 118, 118), StudioColor(176, 174, 172),
    ]

    private static let clothesColors: [StudioColor] = [
        StudioColor(38, 46, 74), StudioColor(52, 54, 62), StudioColor(110, 40, 52),
        StudioColor(44, 84, 70), StudioColor(150, 112, 70), StudioColor(92, 66, 110),
        StudioColor(196, 92, 70),
    ]
}
