"""What the picture engine makes of difficult pictures, seen with Pillow and exiftool instead of sitegen's own eyes."""
import io
import json
import pathlib
import random
import subprocess

import hard_pictures
import pytest
from PIL import Image, ImageChops, ImageStat

ROOT = pathlib.Path(__file__).resolve().parents[2]
ENGINE = ROOT / ".build" / "debug" / "pictures"
GOOD, BAD = hard_pictures.good(), hard_pictures.bad()
WIDTHS = (480, 768, 1200, 1600)
# Conversions of inks without a profile are a matter of taste, as long as no color becomes another. What is dithered,
# of few pixels or blocky already loses more than what is smooth.
TOLERANCES = {"cmyk": 40, "high": 16, "wide": 16, "one-pixel": 16, "one-bit": 12, "worst": 9}
AI = "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia"


def engine(*arguments):
    return subprocess.run([ENGINE, *arguments], capture_output=True, check=True, timeout=120).stdout


def inspect(*files):
    """What the engine knows of files, by their names."""
    lines = engine("inspect", *files).decode().splitlines()
    return {answer["file"]: answer for answer in map(json.loads, lines)}


def metadata(*files):
    """What exiftool finds in files, without what it says of the pixels, by their paths."""
    output = subprocess.run(
        ["exiftool", "-json", "-groupNames", "-a", *files], capture_output=True, check=True).stdout
    return {entry["SourceFile"]: entry for entry in json.loads(output)}


@pytest.fixture(scope="session")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("pictures")
    for name, data in GOOD.items():
        (folder / name).write_bytes(data)
    for name, (data, _) in BAD.items():
        (folder / name).write_bytes(data)
    return folder


@pytest.fixture(scope="session")
def inspected(folder):
    return inspect(*(folder / name for name in [*GOOD, *BAD]))


@pytest.fixture(scope="session")
def encoded(folder, tmp_path_factory):
    """Encodes one of the pictures, once, and answers with its renditions by their names."""
    known = {}

    def encode(name):
        if name not in known:
            output = tmp_path_factory.mktemp("renditions")
            engine("encode", folder / name, output)
            known[name] = {file.name: file for file in sorted(output.iterdir())}
        return known[name]

    return encode


def natural_size(name):
    """As Pillow says, or for a drawing as it says itself."""
    if name.endswith(".svg"):
        return hard_pictures.SIZE
    picture = hard_pictures.ImageOps.exif_transpose(Image.open(io.BytesIO(GOOD[name])))
    return picture.size


def difference(one, other):
    """From 0 for the same to 255, the mean over all pixels of the band that differs most."""
    return max(ImageStat.Stat(ImageChops.difference(one, other)).mean)


def test_there_are_enough_of_them():
    assert len(GOOD) + len(BAD) >= 55


@pytest.mark.parametrize("name", GOOD)
def test_inspection_is_as_pillow_sees_it(inspected, name):
    answer = inspected[name]
    width, height = natural_size(name)
    assert answer.get("size") == f"{width}x{height}", answer
    assert answer["format"] == {"jpg": "jpeg", "tif": "tiff"}.get(*[name.lower().split(".")[-1]] * 2)
    assert (int(answer["frames"]) > 1) == name.startswith("moving")
    assert (answer["profile"] == "true") == name.startswith("profile")
    assert ("see-through" in name) <= (answer["alpha"] == "true")
    assert answer["samples"].endswith("x16") == name.startswith("deep")


@pytest.mark.parametrize("name", BAD)
def test_faults_have_their_names(inspected, name):
    answer = inspected[name]
    assert answer.get("fault", "none").split("(")[0].split(".")[-1] in BAD[name][1].split(), answer


@pytest.mark.parametrize("name", GOOD)
def test_renditions_look_like_the_picture(encoded, name):
    """Every format and width has its size and its pixels, upright and in sRGB, and no profile any more."""
    width, height = natural_size(name)
    files = {key: file for key, file in encoded(name).items() if key.startswith("scaled")}
    widths = {min(wanted, width) for wanted in WIDTHS}
    assert {int(key.split("-")[1].split("x")[0]) for key in files} == widths
    # AVIF and WebP cannot be 20,000 pixels high.
    assert len(files) == (1 if name == "high.png" else 3) * len(widths), sorted(files)
    for key, file in files.items():
        made = Image.open(file)
        expected = (made.width, max(1, round(height * made.width / width)))
        assert made.size[0] in widths and abs(made.size[1] - expected[1]) <= 1, key
        assert key == f"scaled-{made.width}x{made.height}{file.suffix}"
        assert "icc_profile" not in made.info, key
        if name.endswith(".svg"):
            reference = hard_pictures.quarters(size=made.size)
        else:
            reference = hard_pictures.shown(GOOD[name], made.size)
        limit = next((limit for part, limit in TOLERANCES.items() if part in name), 6)
        assert difference(hard_pictures.on_white(made), reference) <= limit, key


def test_what_moves_still_does(encoded):
    """In WebP, at every width; in all other formats it stands still."""
    for name in ("moving.gif", "moving.webp"):
        frames = {key: getattr(Image.open(file), "n_frames", 1) for key, file in encoded(name).items()}
        assert {count for key, count in frames.items() if key.startswith("scaled") and key.endswith(".webp")} == {3}
        assert {count for key, count in frames.items() if not key.endswith(".webp")} == {1}
        first = Image.open(encoded(name)["scaled-480x336.webp"])
        turn = first.copy().convert("RGB")
        first.seek(1)
        assert difference(first.convert("RGB").transpose(Image.Transpose.ROTATE_180), turn) < 6
        assert first.info["duration"] == 100 and first.info["loop"] == 0


@pytest.mark.parametrize("name", GOOD)
def test_crops_have_their_proportions(encoded, name):
    width, height = natural_size(name)
    for (wide, high) in ((1200, 675), (1200, 900), (1200, 1200)):
        scale = min(1, width / wide, height / high)
        sizes = [Image.open(file).size for key, file in encoded(name).items() if key.startswith("cropped")]
        assert any(abs(w - wide * scale) <= 1 and abs(h - high * scale) <= 1 for w, h in sizes), sizes
    (shared,) = (file for key, file in encoded(name).items() if key.startswith("filled"))
    assert Image.open(shared).size == (1200, 630)


def test_crops_keep_the_focus(encoded):
    """The engine's program asks for 25 % from the left and 75 % from the top, which is blue."""
    picture = Image.open(encoded("progressive.jpg")["cropped-420x420.jpg"])
    blue = hard_pictures.COLORS["blue"]
    near = lambda point: max(abs(a - b) for a, b in zip(picture.getpixel(point), blue)) < 12
    assert near((10, 410)) and near((280, 230)) and not near((320, 230)) and not near((280, 190))


@pytest.mark.parametrize("name", ["see-through.png", "palette-see-through.png", "see-through.webp", "see-through.avif"])
def test_what_lets_through_still_does(encoded, name):
    for key, file in encoded(name).items():
        if key.startswith("scaled") and file.suffix != ".jpg":
            picture = Image.open(file).convert("RGBA")
            assert picture.getpixel((picture.width // 2, picture.height // 2))[3] < 8, key
            assert picture.getpixel((picture.width // 20, picture.height // 20))[3] > 247, key


MARKED = {
    "xmp.jpg": ("JPEG", ["-XMP-photoshop:Credit=Reuters & Söhne", "-XMP-dc:Rights=© 2026 <Reuters>", f"-XMP-iptcExt:DigitalSourceType={AI}"]),
    "xmp.png": ("PNG", ["-XMP-photoshop:Credit=Reuters & Söhne", "-XMP-dc:Rights=© 2026 <Reuters>", f"-XMP-iptcExt:DigitalSourceType={AI}"]),
    "xmp.webp": ("WEBP", ["-XMP-photoshop:Credit=Reuters & Söhne", "-XMP-dc:Rights=© 2026 <Reuters>", f"-XMP-iptcExt:DigitalSourceType={AI}"]),
    "xmp.tif": ("TIFF", ["-XMP-photoshop:Credit=Reuters & Söhne", "-XMP-dc:Rights=© 2026 <Reuters>", f"-XMP-iptcExt:DigitalSourceType={AI}"]),
    "iptc.jpg": ("JPEG", ["-codedcharacterset=UTF8", "-IPTC:Credit=Reuters & Söhne", "-IPTC:CopyrightNotice=© 2026 <Reuters>"]),
    "exif.jpg": ("JPEG", ["-EXIF:Copyright=© 2026 <Reuters>"]),
}


@pytest.fixture(scope="session")
def marked(tmp_path_factory):
    """Pictures as cameras and agencies leave them, and what is known of them."""
    folder = tmp_path_factory.mktemp("marked")
    for name, (kind, tags) in MARKED.items():
        (folder / name).write_bytes(hard_pictures.saved(hard_pictures.quarters(), kind))
        camera = ["-EXIF:GPSLatitude=52.5", "-EXIF:GPSLatitudeRef=N", "-EXIF:GPSLongitude=13.4", "-EXIF:GPSLongitudeRef=E",
                  "-EXIF:SerialNumber=12345", "-EXIF:Artist=Somebody", "-XMP-exif:GPSLatitude=52.5"]
        subprocess.run(["exiftool", "-q", "-overwrite_original", *camera, *tags, folder / name], check=True)
    return folder


@pytest.mark.parametrize("name", MARKED)
def test_credit_stays_and_place_goes(marked, tmp_path, name):
    answer = inspect(marked / name)[name]
    engine("encode", marked / name, tmp_path)
    found = metadata(*sorted(tmp_path.iterdir()))
    assert len(found) >= 10
    for path, entry in found.items():
        tags = {key.split(":")[-1] for key in entry}
        assert not [tag for tag in tags if "GPS" in tag or tag in ("SerialNumber", "Artist", "Make", "Model")], path
        assert entry.get("XMP:Rights") == "© 2026 <Reuters>", path
        assert entry.get("XMP:Credit") == (None if name.startswith("exif") else "Reuters & Söhne"), path
        wanted = AI if name.startswith("xmp") else None
        assert entry.get("XMP:DigitalSourceType") in (wanted, "Trained Algorithmic Media" if wanted else None), path
        assert answer.get("digitalSourceType") == wanted
        assert entry.get("EXIF:Orientation", "Horizontal (normal)") == "Horizontal (normal)", path


def test_the_same_picture_gives_the_same_bytes(folder, encoded, tmp_path):
    engine("encode", folder / "see-through.png", tmp_path)
    first = encoded("see-through.png")
    assert {name: file.read_bytes() for name, file in first.items()} == {
        file.name: file.read_bytes() for file in tmp_path.iterdir()}


def test_a_rendition_does_not_depend_on_the_others(folder, encoded, tmp_path):
    """A picture of which one width is missing in the cache gets the bytes that it would have got at first."""
    for name in ("wide.jpg", "progressive.jpg", "plain.svg"):
        for part in ("scaled-480", "cropped"):
            alone = tmp_path / f"{name}-{part}"
            alone.mkdir()
            engine("encode", folder / name, alone, part)
            files = list(alone.iterdir())
            assert len(files) >= 3 and all(file.read_bytes() == encoded(name)[file.name].read_bytes() for file in files)


def test_colors_are_those_of_the_picture(inspected):
    """What stands in for a picture is close to one of the colors that it has."""
    for name in ("orientation-1.jpg", "see-through.png", "still.webp", "still.avif", "plain.svg", "packed.tif"):
        color = inspected[name]["color"]
        found = tuple(int(color[place:place + 2], 16) for place in (1, 3, 5))
        assert any(max(abs(a - b) for a, b in zip(found, known)) < 12 for known in hard_pictures.COLORS.values()), (name, color)


def test_a_hostile_drawing_is_harmless(folder):
    drawing = engine("sanitize", folder / "hostile.svg").decode()
    for word in ("script", "foreignObject", "onload", "elsewhere", "passwd", "import", "write"):
        assert word not in drawing
    assert drawing.count("<rect") == 4


def test_damaged_files_do_no_harm(tmp_path):
    """Two hundred pictures with bytes changed at random are answered, one way or the other."""
    dice, files = random.Random(8), []
    sources = [name for name, data in GOOD.items() if len(data) < 200_000]
    for number in range(200):
        name = dice.choice(sources)
        data = bytearray(GOOD[name])
        for _ in range(dice.choice((1, 5, 50))):
            data[dice.randrange(len(data))] = dice.randrange(256)
        file = tmp_path / f"{number}-{name}"
        file.write_bytes(data[:dice.randrange(len(data))] if dice.random() < 0.3 else data)
        files.append(file)
    answers = inspect(*files)
    assert len(answers) == 200
    assert sum("fault" in answer for answer in answers.values()) > 20


CARDS = {
    "english": ("The mail that will not come, and the people who still wait for it", "Security", "The Interconnect", "ltr"),
    "japanese": ("ラピダス、2ナノメートル世代の試作を開始", "半導体", "The Interconnect", "ltr"),
    "arabic": ("الشبكة التي لا تنام ومن يحرسها", "أمن", "The Interconnect", "rtl"),
    "markup": ("AT&T <b>buys</b> \"it\" & more", "R&D", "A <i>paper</i>", "ltr"),
    "one-long-word": ("Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft", "", "Blatt", "ltr"),
    "far-too-long": ("A headline that nobody should write. " * 40, "Section", "Paper", "ltr"),
}


@pytest.mark.parametrize("name", CARDS)
def test_cards_show_their_texts(tmp_path, name):
    headline, section, publication, direction = CARDS[name]
    file = tmp_path / "card.png"
    engine("card", file, headline, section, publication, direction, "ja" if name == "japanese" else "en")
    card = Image.open(file).convert("RGB")
    assert card.size == (1200, 630)
    assert card.getpixel((5, 5)) == (0xb2, 0x3f, 0x0a) and card.getpixel((1195, 625)) == (255, 255, 255)
    paper = Image.new("RGB", card.size, "white")
    left, top, right, bottom = ImageChops.difference(card, paper).crop((0, 20, 1200, 630)).getbbox()
    assert left >= 70 and right <= 1130 and top + 20 >= 80 and bottom + 20 <= 565
    assert left <= 80 if direction == "ltr" else right >= 1120
    # The headline does not touch the name of the publication below it.
    gap = ImageChops.difference(card, paper).crop((0, 495, 1200, 515))
    assert gap.getbbox() is None
