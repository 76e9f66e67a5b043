namespace MovieRec.TestKit.BadInput;

/// <summary>Bad requests about the catalogue's query parameters.</summary>
public static class MediaCases
{
    private static readonly (string What, string Query)[] s_queries =
    [
        ("listType unknown", "listType=best"),
        ("listType in another case", "listType=Popular"),
        ("listType __proto__", "listType=__proto__"),
        ("mediaType unknown", "mediaType=film"),
        ("type unknown", "query=alien&type=film"),
        ("page 0", "page=0"),
        ("page -1", "page=-1"),
        ("page abc", "page=abc"),
        ("page a fraction", "page=1.5"),
        ("page 1e3", "page=1e3"),
        ("page 1,000,001", "page=1000001"),
        ("page beyond 64 bits", "page=9223372036854775808"),
        ("page of 40 digits", "page=" + new string('9', 40)),
        ("page of -40 digits", "page=-" + new string('9', 40)),
        ("page twice, the last one bad", "page=1&page=0"),
        ("limit 0", "limit=0"),
        ("limit 51", "limit=51"),
        ("limit -1", "limit=-1"),
        ("limit abc", "limit=abc"),
        ("limit with a NUL", "limit=5%00"),
        ("excludeIds a word", "excludeIds=603,alien"),
        ("excludeIds __proto__", "excludeIds=__proto__"),
        ("excludeIds 1e309", "excludeIds=1e309"),
        ("excludeIds with broken UTF-8", "excludeIds=%C3%28"),
        ("2,001 excludeIds", "excludeIds=" + string.Join(',', Enumerable.Repeat('7', 2_001))),
        ("ids a word", "ids=alien"),
        ("ids 0", "ids=0"),
        ("ids 603.0", "ids=603.0"),
        ("ids 2 to the 53rd", "ids=9007199254740992"),
        ("101 ids", "ids=" + string.Join(',', Enumerable.Repeat("movie%237", 101))),
        ("genre 0", "genre=0"),
        ("genre -28", "genre=-28"),
        ("genre a word", "genre=action"),
        ("genre beyond 32 bits", "genre=2147483648"),
        ("year 0", "year=0"),
        ("year 10000", "year=10000"),
        ("year a word", "year=recent"),
        ("query of 257 characters", "query=" + new string('x', 257)),
        ("query with a NUL", "query=ali%00en"),
        ("query with an escape character", "query=%1B%5B2J"),
        ("query with broken UTF-8", "query=%C3%28"),
        ("query with a surrogate in UTF-8", "query=%ED%A0%80"),
        ("query with an overlong slash", "query=%C0%AF"),
        ("several mistakes", "page=0&limit=51&year=x"),
    ];

    private static readonly (string What, string Query)[] s_heads =
    [
        ("10,000 excludeIds", "excludeIds=" + string.Join(',', Enumerable.Range(1, 10_000))),
        ("a head of 11,000 bytes", "query=" + new string('x', 11_000)),
        ("a head of 200,000 bytes", "x=" + new string('x', 200_000)),
    ];

    public static IEnumerable<BadRequest> All =>
    [
        .. BadRequest.Queries("GET /media", s_queries),
        .. BadRequest.Queries("GET /media", s_heads, BadRequest.TooLarge),
    ];
}
