namespace MovieRec.TestKit.BadInput;

/// <summary>Bad requests to favourites and watchlist, which must reject the same ones.</summary>
public static class MediaListCases
{
    private static readonly string[] s_lists = ["/user/favourites", "/user/watchlist"];
    private static readonly string[] s_kinds = ["film", "Movie", "both", "", "movie ", "__proto__"];
    private static readonly string[] s_texts =
        ["title", "name", "posterPath", "poster_path", "backdropPath", "backdrop_path", "releaseDate", "release_date", "first_air_date",
            "overview"];

    private static readonly (string What, string Fields)[] s_fields =
    [
        ("title of 513 characters", $"\"title\":\"{new string('x', 513)}\""),
        ("title of 257 emoji", $"\"title\":\"{string.Concat(Enumerable.Repeat("🎬", 257))}\""),
        ("title with a NUL", "\"title\":\"a\\u0000b\""),
        ("title with a bell", "\"title\":\"a\\u0007\""),
        ("title with DEL", "\"title\":\"a\\u007f\""),
        ("title with a C1 control", "\"title\":\"a\\u0085\""),
        ("title missing, unknown to the catalogue", "\"popularity\":1"),
        ("title empty, unknown to the catalogue", "\"title\":\"\""),
        ("title blank, unknown to the catalogue", "\"title\":\" \\t \""),
        ("posterPath of 513 characters", $"\"title\":\"a\",\"posterPath\":\"{new string('x', 513)}\""),
        ("backdropPath with a control character", "\"title\":\"a\",\"backdropPath\":\"/\\u0001\""),
        ("releaseDate of 513 characters", $"\"title\":\"a\",\"releaseDate\":\"{new string('1', 513)}\""),
        ("overview of 4,001 characters", $"\"title\":\"a\",\"overview\":\"{new string('x', 4_001)}\""),
        ("voteAverage below 0", "\"title\":\"a\",\"voteAverage\":-0.1"),
        ("voteAverage above 10", "\"title\":\"a\",\"vote_average\":10.1"),
        ("voteAverage 1e309", "\"title\":\"a\",\"voteAverage\":1e309"),
        ("voteAverage a string", "\"title\":\"a\",\"voteAverage\":\"8\""),
        ("popularity negative", "\"title\":\"a\",\"popularity\":-1"),
        ("popularity 1e309", "\"title\":\"a\",\"popularity\":1e309"),
        ("popularity beyond the bound", "\"title\":\"a\",\"popularity\":1e10"),
        ("popularity a list", "\"title\":\"a\",\"popularity\":[1]"),
        ("genreIds a string", "\"title\":\"a\",\"genreIds\":\"28\""),
        ("genreIds a number", "\"title\":\"a\",\"genre_ids\":28"),
        ("genreIds an object", "\"title\":\"a\",\"genreIds\":{\"0\":28}"),
        ("33 genreIds", $"\"title\":\"a\",\"genreIds\":[{string.Join(',', Enumerable.Range(1, 33))}]"),
        ("genreIds of 0", "\"title\":\"a\",\"genreIds\":[0]"),
        ("genreIds of a fraction", "\"title\":\"a\",\"genreIds\":[1.5]"),
        ("genreIds of strings", "\"title\":\"a\",\"genreIds\":[\"28\"]"),
        ("genreIds of null", "\"title\":\"a\",\"genreIds\":[null]"),
        ("genreIds of 1e309", "\"title\":\"a\",\"genreIds\":[1e309]"),
        ("genreIds beyond 32 bits", "\"title\":\"a\",\"genreIds\":[4294967296]"),
        ("mediaType a number", "\"title\":\"a\",\"mediaType\":1"),
        ("mediaType a list", "\"title\":\"a\",\"media_type\":[\"movie\"]"),
    ];

    private static readonly (string What, string Query)[] s_pages =
    [
        ("limit 0", "limit=0"),
        ("limit -1", "limit=-1"),
        ("limit 501", "limit=501"),
        ("limit abc", "limit=abc"),
        ("limit a fraction", "limit=1.5"),
        ("limit 1e2", "limit=1e2"),
        ("limit of 40 digits", "limit=" + new string('9', 40)),
        ("limit with a space", "limit=%205"),
        ("limit with a NUL", "limit=5%00"),
        ("limit in Arabic digits", "limit=%D9%A5"),
        ("limit twice, the last one bad", "limit=5&limit=0"),
        ("nextToken garbage", "nextToken=garbage"),
        ("nextToken of the right length", "nextToken=" + new string('A', 44)),
        ("nextToken one character longer", "nextToken=" + new string('A', 45)),
        ("nextToken of 8,000 characters", "nextToken=" + new string('A', 8_000)),
        ("nextToken with broken UTF-8", "nextToken=%FF%FE"),
        ("nextToken with a NUL", "nextToken=%00"),
        ("nextToken JSON", "nextToken=%7B%22userId%22%3A%22x%22%7D"),
        ("limit and nextToken bad", "limit=0&nextToken=x"),
    ];

    private static readonly (string What, string Query)[] s_removals =
    [
        ("no mediaId", "mediaType=movie"),
        ("mediaId empty", "mediaId="),
        ("mediaId with broken UTF-8", "mediaId=%FF"),
        ("mediaId with a space before it", "mediaId=%20603"),
        ("two ids", "mediaId=603,604"),
        ("mediaId spelled mediaid", "mediaid=603"),
        ("mediaType film", "mediaId=603&mediaType=film"),
        ("mediaType both", "mediaId=603&mediaType=both"),
        ("mediaType with a NUL", "mediaId=603&mediaType=movie%00"),
        ("mediaId twice, the last one bad", "mediaId=603&mediaId=x"),
    ];

    public static IEnumerable<BadRequest> All => s_lists.SelectMany(list => (IEnumerable<BadRequest>)
    [
        .. BadRequest.Bodies($"POST {list}", BadIds.Values.Select(id => ($"mediaId {id.What}", $$"""{"mediaId":{{id.Json}},"title":"a"}"""))),
        .. BadRequest.Bodies(
            $"POST {list}", s_kinds.Select(kind => ($"mediaType '{kind}'", Entry($"\"title\":\"a\",\"mediaType\":\"{kind}\"")))),
        .. BadRequest.Bodies($"POST {list}", s_texts.SelectMany(text => ((string, string)[])
            [($"{text} a number", Entry($"\"title\":\"a\",\"{text}\":5", text)),
                ($"{text} a list", Entry($"\"title\":\"a\",\"{text}\":[\"a\"]", text))])),
        .. BadRequest.Bodies($"POST {list}", s_fields.Select(row => (row.What, Entry(row.Fields)))),
        .. BadRequest.Bodies($"POST {list}", [("no fields", "{}"), ("mediaId null", """{"mediaId":null,"title":"a"}"""), ("no id", """{"title":"a"}""")]),
        .. BadRequest.Queries($"GET {list}", s_pages),
        .. BadRequest.Queries($"DELETE {list}", s_removals),
        .. BadRequest.Queries(
            $"DELETE {list}",
            BadIds.Texts.Select(id => ($"mediaId '{BadIds.GetName(id)}' in the query", $"mediaId={Uri.EscapeDataString(id)}"))),
        .. BadRequest.Bodies($"DELETE {list}", BadIds.Values.Select(id => ($"mediaId {id.What}", $$"""{"mediaId":{{id.Json}}}"""))),
        .. BadRequest.Bodies($"DELETE {list}", s_kinds.Select(kind => ($"mediaType '{kind}'", $$"""{"mediaId":603,"mediaType":"{{kind}}"}"""))),
        .. BadRequest.Bodies($"DELETE {list}", [("no fields", "{}"), ("mediaType a list", """{"mediaId":603,"mediaType":["movie"]}""")]),
        new($"DELETE {list}", "nothing at all", "", null, BadRequest.Invalid),
    ]);

    /// <summary>Builds a valid entry except for the given fields.</summary>
    /// <remarks>A field must not occur twice, since that is another mistake; <paramref name="replaced"/> leaves one out.</remarks>
    private static string Entry(string fields, string replaced = "") =>
        "{\"mediaId\":8000000000002,"
            + (replaced is "title" or "name" ? fields.Replace("\"title\":\"a\",", "", StringComparison.Ordinal) : fields) + "}";
}
