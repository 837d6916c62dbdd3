"""Difficult pictures, made with Pillow and by hand, and what each should look like when it is shown."""
import io
import struct
import zlib

from PIL import Image, ImageCms, ImageDraw, ImageOps

SIZE = (600, 420)
COLORS = {"red": (214, 40, 40), "green": (40, 160, 70), "blue": (30, 80, 200), "yellow": (240, 200, 60)}


def quarters(mode="RGB", size=SIZE):
    """Four fields, no two of which look alike, so that any turn, mirror or swapped channel shows."""
    picture = Image.new("RGB", size)
    draw = ImageDraw.Draw(picture)
    (width, height), (red, green, blue, yellow) = size, COLORS.values()
    draw.rectangle([0, 0, width // 2, height // 2], red)
    draw.rectangle([width // 2, 0, width, height // 2], green)
    draw.rectangle([0, height // 2, width // 2, height], blue)
    draw.rectangle([width // 2, height // 2, width, height], yellow)
    return picture.convert(mode)


def saved(picture, kind, **options):
    output = io.BytesIO()
    picture.save(output, kind, **options)
    return output.getvalue()


def turned(kind, orientation):
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0x010f] = "A camera"
    return saved(quarters(), kind, exif=exif)


def see_through():
    picture = quarters("RGBA")
    ImageDraw.Draw(picture).ellipse([180, 90, 420, 330], (0, 0, 0, 0))
    return picture


def swapped_profile():
    """An ICC profile (version 2) whose red is sRGB's blue, and the other way around."""
    def number(value):
        return struct.pack(">i", round(value * 65536))

    def xyz(*values):
        return b"XYZ \0\0\0\0" + b"".join(map(number, values))

    gamma = b"curv\0\0\0\0" + struct.pack(">IH", 1, round(2.2 * 256)) + b"\0\0"
    text = b"text\0\0\0\0swapped\0"
    name = b"desc\0\0\0\0" + struct.pack(">I", 8) + b"swapped\0" + bytes(4 + 4 + 2 + 1 + 67) + b"\0"
    tags = {
        b"desc": name, b"cprt": text, b"wtpt": xyz(0.9642, 1, 0.8249),
        b"rXYZ": xyz(0.1431, 0.0606, 0.7141), b"gXYZ": xyz(0.3851, 0.7169, 0.0971), b"bXYZ": xyz(0.4361, 0.2225, 0.0139),
        b"rTRC": gamma, b"gTRC": gamma, b"bTRC": gamma}
    table, data, offset = struct.pack(">I", len(tags)), b"", 128 + 4 + 12 * len(tags)
    for tag, value in tags.items():
        value += bytes(-len(value) % 4)
        table += tag + struct.pack(">II", offset + len(data), len(value))
        data += value
    size = 128 + len(table) + len(data)
    head = struct.pack(">I4sI4s4s4s", size, b"\0\0\0\0", 0x02400000, b"mntr", b"RGB ", b"XYZ ")
    head += struct.pack(">6H", 2026, 1, 1, 0, 0, 0) + b"acsp" + bytes(28) + number(0.9642) + number(1) + number(0.8249)
    return head.ljust(128, b"\0") + table + data


def png(width, height, depth, kind, rows, extra=b""):
    """A PNG of what Pillow does not write."""
    def chunk(name, data):
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
    head = struct.pack(">IIBBBBB", width, height, depth, kind, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + extra + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def deep_png(alpha=False):
    """16 bits for each sample, which differ in the lower eight too."""
    pixels = quarters("RGBA" if alpha else "RGB", (200, 140)).load()
    rows = b"".join(
        b"\0" + b"".join(struct.pack(">H", value * 257 ^ 3) for x in range(200) for value in pixels[x, y])
        for y in range(140))
    return png(200, 140, 16, 6 if alpha else 2, zlib.compress(rows))


def moving(kind):
    frames = [quarters(), quarters().transpose(Image.Transpose.ROTATE_180), quarters("L").convert("RGB")]
    return saved(frames[0], kind, save_all=True, append_images=frames[1:], duration=100, loop=0)


SHAPES = """<svg xmlns="http://www.w3.org/2000/svg" width="600" height="420">%s
<rect width="300" height="210" fill="#d62828"/><rect x="300" width="300" height="210" fill="#28a046"/>
<rect y="210" width="300" height="210" fill="#1e50c8"/><rect x="300" y="210" width="300" height="210" fill="#f0c83c"/>
</svg>"""

HOSTILE = """<script>document.write('x')</script><foreignObject width="600" height="420">
<body xmlns="http://www.w3.org/1999/xhtml"><p>x</p></body></foreignObject>
<image href="file:///etc/passwd" width="10" height="10"/><use href="https://elsewhere.example/a.svg#b"/>
<style>@import "https://elsewhere.example/a.css";</style><g onload="alert(1)"/>"""


def good():
    """Pictures by the names of their files."""
    swapped = swapped_profile()
    grey16 = Image.new("I;16", (200, 140))
    grey16.putdata([x * 327 for _ in range(140) for x in range(200)])
    pictures = {f"orientation-{number}.jpg": turned("JPEG", number) for number in range(1, 9)}
    pictures |= {
        "cmyk.jpg": saved(quarters("CMYK"), "JPEG"),
        "grey.jpg": saved(quarters("L"), "JPEG"),
        "progressive.jpg": saved(quarters(), "JPEG", progressive=True, subsampling=0),
        "worst-quality.jpg": saved(quarters(), "JPEG", quality=1),
        "profile.jpg": saved(quarters(), "JPEG", icc_profile=swapped),
        "trailing-rubbish.jpg": saved(quarters(), "JPEG") + b"rubbish" * 500,
        "long-comment.jpg": saved(quarters(), "JPEG", comment=b"x" * 60_000),
        "wide.jpg": saved(quarters(size=(20_000, 10)), "JPEG"),
        "upper-case.JPG": saved(quarters(), "JPEG"),
        "palette.png": saved(quarters().quantize(16), "PNG"),
        "palette-see-through.png": saved(see_through().quantize(), "PNG"),
        "see-through.png": saved(see_through(), "PNG"),
        "grey-see-through.png": saved(see_through().convert("LA"), "PNG"),
        "one-bit.png": saved(quarters("1"), "PNG"),
        "profile.png": saved(quarters(), "PNG", icc_profile=swapped),
        "orientation.png": turned("PNG", 6),
        "deep.png": deep_png(),
        "deep-see-through.png": deep_png(alpha=True),
        "deep-grey.png": saved(grey16, "PNG"),
        "one-pixel.png": saved(quarters(size=(1, 1)), "PNG"),
        "high.png": saved(quarters(size=(10, 20_000)), "PNG"),
        "still.gif": saved(quarters().quantize(16), "GIF"),
        "moving.gif": moving("GIF"),
        "one-pixel.gif": saved(Image.new("P", (1, 1)), "GIF"),
        "still.webp": saved(quarters(), "WEBP"),
        "see-through.webp": saved(see_through(), "WEBP", lossless=True),
        "moving.webp": moving("WEBP"),
        "orientation.webp": turned("WEBP", 8),
        "profile.webp": saved(quarters(), "WEBP", icc_profile=swapped),
        "still.avif": saved(quarters(), "AVIF"),
        "see-through.avif": saved(see_through(), "AVIF"),
        "orientation.avif": turned("AVIF", 6),
        "packed.tif": saved(quarters(), "TIFF", compression="tiff_lzw"),
        "cmyk.tiff": saved(quarters("CMYK"), "TIFF"),
        "plain.svg": (SHAPES % "").encode(),
        "hostile.svg": (SHAPES % HOSTILE).encode(),
    }
    return pictures


def bad():
    """Files that are no pictures, by their names, with the faults that they have."""
    jpeg, noise = saved(quarters(), "JPEG"), Image.effect_noise((1000, 700), 90).convert("RGB")
    nothing = zlib.compress(bytes(30_000 * 30_001 // 8), 9)
    return {
        "broken-off.jpg": (saved(noise, "JPEG")[:-20_000], "truncated"),
        "broken-off.png": (saved(noise, "PNG")[:-20_000], "truncated"),
        "broken-off.gif": (saved(noise.convert("P"), "GIF")[:-20_000], "truncated"),
        "broken-off.webp": (saved(noise, "WEBP")[:-9_000], "truncated"),
        "broken-off.avif": (saved(noise, "AVIF")[:-9_000], "truncated"),
        "header-only.jpg": (jpeg[:20], "truncated"),
        "empty.jpg": (b"", "unreadable"),
        "empty.svg": (b"", "unreadable"),
        "text.jpg": (b"This is no picture.\n" * 40, "unreadable"),
        "page.svg": (b"<html><body><svg/></body></html>", "unreadable"),
        "unclosed.svg": (b"<svg xmlns='http://www.w3.org/2000/svg'><g>", "unreadable"),
        "document.png": (b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n" * 30, "unreadable"),
        "iphone.avif": (b"\0\0\0\x18ftypheic\0\0\0\0heicmif1" + bytes(200), "unreadable"),
        "really-a-png.jpg": (saved(quarters(), "PNG"), "mislabelled"),
        "really-a-jpeg.png": (jpeg, "mislabelled"),
        "really-a-gif.webp": (moving("GIF"), "mislabelled"),
        "really-an-svg.png": ((SHAPES % "").encode(), "mislabelled"),
        "bomb.png": (png(30_000, 30_000, 1, 0, nothing), "bomb"),
        "bomb-to-be.png": (png(2**31 - 1, 2**31 - 1, 8, 6, b"x"), "bomb unreadable"),
        "bomb.gif": (b"GIF89a\xff\xff\xff\xff\x80\0\0\0\0\0\xff\xff\xff,\0\0\0\0\xff\xff\xff\xff\0\x02\x02D\x01\0;", "bomb"),
        "huge.png": (png(12_000, 10_000, 8, 2, bytes(3_000_000)), "tooLarge"),
        "crossed-out.png": (saved(quarters(), "PNG").replace(b"IDAT", b"IDAX"), "unreadable truncated"),
    }


def shown(data, size):
    """What a picture should look like at a size, as Pillow sees it; on white where it lets through."""
    picture = Image.open(io.BytesIO(data))
    profile = picture.info.get("icc_profile")
    picture = ImageOps.exif_transpose(picture)
    if profile:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        picture = ImageCms.profileToProfile(picture.convert("RGB"), source, ImageCms.createProfile("sRGB"))
    if picture.mode.startswith("I;16"):
        picture = picture.point(lambda value: value / 256).convert("L")
    return on_white(picture).resize(size, Image.Resampling.LANCZOS)


def on_white(picture):
    picture = picture.convert("RGBA")
    ground = Image.new("RGBA", picture.size, "white")
    return Image.alpha_composite(ground, picture).convert("RGB")
