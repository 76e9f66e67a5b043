using System.IO.Compression;
using System.Text;

namespace MovieRec.TestKit.BadInput;

/// <summary>Bodies that are not one unambiguous JSON object in UTF-8; wrong for every route with a body.</summary>
public static class MalformedBodyCases
{
    public static readonly string[] BodyRoutes =
    [
        "POST /auth/signin", "POST /auth/signup", "POST /auth/refresh", "POST /user/preferences", "POST /user/favourites",
        "DELETE /user/favourites", "POST /user/watchlist", "DELETE /user/watchlist", "POST /recommendations",
    ];

    private static readonly (string What, string Json)[] s_texts =
    [
        ("an array", "[]"),
        ("an array with an object", """[{"mediaId":603}]"""),
        ("a string", "\"text\""),
        ("a number", "5"),
        ("null", "null"),
        ("true", "true"),
        ("white space alone", " \r\n\t "),
        ("an object that is not closed", """{"a":1"""),
        ("cut off after the colon", """{"a":"""),
        ("cut off within a string", """{"a":"b"""),
        ("cut off within an escape", """{"a":"\u00"""),
        ("garbage after the object", """{"a":1} x"""),
        ("two objects", """{"a":1}{"a":2}"""),
        ("a closing brace too many", """{"a":1}}"""),
        ("a trailing comma", """{"a":1,}"""),
        ("a block comment", """{"a":1/* one */}"""),
        ("a line comment", "{\"a\":1} // one"),
        ("NaN", """{"a":NaN}"""),
        ("Infinity", """{"a":-Infinity}"""),
        ("a number with a leading zero", """{"mediaId":007}"""),
        ("a hexadecimal number", """{"mediaId":0x25b}"""),
        ("a number with a plus sign", """{"mediaId":+603}"""),
        ("a fraction without its zero", """{"a":.5}"""),
        ("single quotes", "{'a':1}"),
        ("a name without quotes", "{a:1}"),
        ("a line break within a string", "{\"a\":\"b\nc\"}"),
        ("a NUL within a string", "{\"a\":\"b\0c\"}"),
        ("a NUL after the object", "{\"a\":1}\0"),
        ("a byte order mark", "\uFEFF{\"a\":1}"),
        ("an unknown escape", """{"a":"\x41"}"""),
        ("an escape that is not hexadecimal", """{"a":"\u00g0"}"""),
        ("a lone high surrogate", """{"a":"\ud800"}"""),
        ("a lone low surrogate", """{"a":"\udc00"}"""),
        ("surrogates the wrong way round", """{"a":"\udc00\ud800"}"""),
        ("a lone surrogate in a name", """{"\ud800":1}"""),
        ("a lone surrogate deep inside", """{"a":[{"b":["\ud83d"]}]}"""),
        ("a name twice", """{"a":1,"a":2}"""),
        ("a known name twice with one value", """{"email":"a@b.c","email":"a@b.c"}"""),
        ("a name twice, once escaped", """{"a":1,"\u0061":2}"""),
        ("a name twice in an object inside", """{"b":{"a":1,"a":2}}"""),
        ("a name twice in an object in a list", """{"b":[[{"a":1,"\u0061":2}]]}"""),
        ("__proto__ twice", """{"__proto__":1,"__proto__":2}"""),
        ("33 levels of objects", Deep("{\"a\":", "1", "}", 33)),
        ("33 levels, an object of lists", "{\"a\":" + Deep("[", "", "]", 32) + "}"),
        ("5,000 levels", "{\"a\":" + Deep("[", "", "]", 5_000) + "}"),
        ("5,000 lists never closed", "{\"a\":" + new string('[', 5_000)),
        ("a form", "email=a%40b.c&password=x"),
        ("XML", "<email>a@b.c</email>"),
    ];

    private static readonly (string What, byte[] Bytes)[] s_bytes =
    [
        ("broken UTF-8: a lead byte alone", [.. "{\"a\":\""u8, 0xC3, .. "\"}"u8]),
        ("broken UTF-8: a continuation byte alone", [.. "{\"a\":\""u8, 0x80, .. "\"}"u8]),
        ("broken UTF-8: an overlong NUL", [.. "{\"a\":\""u8, 0xC0, 0x80, .. "\"}"u8]),
        ("broken UTF-8: a surrogate", [.. "{\"a\":\""u8, 0xED, 0xA0, 0x80, .. "\"}"u8]),
        ("broken UTF-8: beyond U+10FFFF", [.. "{\"a\":\""u8, 0xF5, 0x80, 0x80, 0x80, .. "\"}"u8]),
        ("broken UTF-8 in a name", [.. "{\""u8, 0xFF, .. "\":1}"u8]),
        ("Latin-1", Encoding.Latin1.GetBytes("""{"a":"é"}""")),
        ("UTF-16", Encoding.Unicode.GetBytes("""{"a":1}""")),
        ("UTF-16 with a byte order mark", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("""{"a":1}""")]),
        ("a single NUL", [0]),
        ("gzip", Gzip("""{"a":1}"""u8)),
    ];

    public static IEnumerable<BadRequest> All => BodyRoutes.SelectMany(Create)
        .Concat(BodyRoutes.Where(route => route.StartsWith("POST", StringComparison.Ordinal))
            .Select(route => new BadRequest(route, "an empty body", "", [], BadRequest.Malformed)));

    /// <summary>Builds nested levels, such as <c>[[[]]]</c>.</summary>
    public static string Deep(string open, string inside, string close, int levels) =>
        new StringBuilder().Insert(0, open, levels).Append(inside).Insert(open.Length * levels + inside.Length, close, levels).ToString();

    private static IEnumerable<BadRequest> Create(string route) => BadRequest.Bodies(route, s_texts, BadRequest.Malformed)
        .Concat(s_bytes.Select(row => new BadRequest(route, row.What, "", row.Bytes, BadRequest.Malformed)));

    private static byte[] Gzip(ReadOnlySpan<byte> text)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
            gzip.Write(text);
        return packed.ToArray();
    }
}
