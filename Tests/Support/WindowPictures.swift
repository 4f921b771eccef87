public import KioskCore
import KioskIO
import StudioKit

/// Pictures of 480×640 px to be encoded into size windows: drawn portraits, textures, and crops of
/// real portraits where those are beside the checkout.
public enum WindowPictures {
    /// The windows that receivers ask for, bytes.
    public static let windows = [
        PortraitRule.chsi.bytes, PortraitRule.window30to60.bytes, PortraitRule.window30to40.bytes,
        PortraitRule.window50to100.bytes,
    ]

    /// The n-th picture, from 0.
    public static func picture(_ index: Int) throws -> Photo {
        var dice = Dice(UInt64(index) + 1)
        switch index % 5 {
        case 0: return Textures.picture(UInt64(index))
        case 1, 2: return Corpus.isThere ? try real(&dice) : drawn(index, &dice)
        default: return drawn(index, &dice)
        }
    }

    private static func drawn(_ index: Int, _ dice: inout Dice) -> Photo {
        let backdrop = StudioBackdrop.allCases[index % StudioBackdrop.allCases.count]
        let studio = Studio(seed: UInt64(index / 8 + 1), backdrop: backdrop)
        return cropped(studio.portrait(of: index % 8).photo, &dice)
    }

    private static func real(_ dice: inout Dice) throws -> Photo {
        let names = [
            "london-005-neutral.jpg", "london-008-neutral.jpg", "london-013-neutral.jpg",
            "london-036-neutral.jpg", "london-067-neutral.jpg", "london-127-smiling.jpg",
            "balloon-face-1.jpg", "biden-official-2013.jpg", "zoom-15cm.jpg", "lisa-1.jpg",
            "two-people.jpg",
        ]
        let name = names[Int.random(in: names.indices, using: &dice)]
        return cropped(try PictureFile.load(Corpus.path("portraits/img/\(name)")), &dice)
    }

    /// Any crop of the rule's proportions, reduced to 480×640.
    private static func cropped(_ photo: Photo, _ dice: inout Dice) -> Photo {
        let most = min(photo.width / 3, photo.height / 4)
        let unit = Int.random(in: 160...most, using: &dice)
        let crop = Rect(
            x: .random(in: 0...photo.width - 3 * unit, using: &dice),
            y: .random(in: 0...photo.height - 4 * unit, using: &dice), width: 3 * unit,
            height: 4 * unit)
        return photo.cropped(to: crop, scaledTo: PortraitRule.chsi.size)
    }
}
