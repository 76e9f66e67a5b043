namespace MovieRec.TestKit.BadInput;

/// <summary>Bad requests for recommendations, in a query or in a body.</summary>
public static class RecommendationCases
{
    private static readonly string[] s_ids =
        ["__proto__", "1e309", "1e3", "-1", "0", "007", "603.0", "9007199254740992", "film#603", "movie#0", "movie#", "٦٠٣"];

    private static readonly (string What, string Query)[] s_queries =
    [
        ("mediaType film", "mediaType=film"),
        ("mediaType MOVIE", "mediaType=MOVIE"),
        ("mediaType with a NUL", "mediaType=movie%00"),
        ("limit 0", "limit=0"),
        ("limit -1", "limit=-1"),
        ("limit 51", "limit=51"),
        ("limit abc", "limit=abc"),
        ("limit a fraction", "limit=2.5"),
        ("limit of 40 digits", "limit=" + new string('9', 40)),
        ("seed abc", "seed=abc"),
        ("seed a fraction", "seed=1.5"),
        ("seed beyond 32 bits", "seed=2147483648"),
        ("2,001 ids to exclude", "exclude=" + string.Join(',', Enumerable.Repeat('7', 2_001))),
        ("exclude with broken UTF-8", "exclude=603,%FF"),
        ("exclude with a NUL", "exclude=603,%00"),
        ("similarTo two titles", "similarTo=603,604"),
        ("similarTo a word", "similarTo=alien"),
        ("preferences no JSON", "preferences=abc"),
        ("preferences a list", "preferences=%5B%5D"),
        ("preferences null", "preferences=null"),
        ("preferences cut off", "preferences=%7B%22a%22:"),
        ("preferences with a name twice", "preferences=" + Uri.EscapeDataString("""{"a":1,"\u0061":2}""")),
        ("preferences with a lone surrogate", "preferences=" + Uri.EscapeDataString("""{"a":"\ud800"}""")),
        ("preferences of 33 levels", "preferences=" + Uri.EscapeDataString(MalformedBodyCases.Deep("{\"a\":", "1", "}", 33))),
        ("preferences with broken UTF-8", "preferences=%7B%22a%22:%22%C3%28%22%7D"),
        ("preferences with a field out of range", "preferences=" + Uri.EscapeDataString("""{"minRating":11}""")),
        ("preferences with an unknown deal-breaker", "preferences=" + Uri.EscapeDataString("""{"dealBreakers":["boredom"]}""")),
    ];

    private static readonly (string What, string Json)[] s_bodies =
    [
        ("mediaType unknown", """{"mediaType":"film"}"""),
        ("mediaType a number", """{"mediaType":1}"""),
        ("mediaType a list", """{"mediaType":["movie"]}"""),
        ("mediaType an object", """{"mediaType":{}}"""),
        ("limit 0", """{"limit":0}"""),
        ("limit 51", """{"limit":51}"""),
        ("limit negative", """{"limit":-5}"""),
        ("limit a fraction", """{"limit":2.5}"""),
        ("limit 1e309", """{"limit":1e309}"""),
        ("limit true", """{"limit":true}"""),
        ("limit a word", """{"limit":"nine"}"""),
        ("limit a list", """{"limit":[5]}"""),
        ("limit an object", """{"limit":{"a":5}}"""),
        ("seed a fraction", """{"seed":0.5}"""),
        ("seed 1e309", """{"seed":1e309}"""),
        ("seed a list", """{"seed":[1]}"""),
        ("seed true", """{"seed":true}"""),
        ("exclude an object", """{"exclude":{"0":603}}"""),
        ("exclude true", """{"exclude":true}"""),
        ("exclude with null in it", """{"exclude":[603,null]}"""),
        ("exclude with true in it", """{"exclude":[true]}"""),
        ("exclude with a fraction in it", """{"exclude":[603.5]}"""),
        ("exclude with a list in it", """{"exclude":[[603]]}"""),
        ("exclude with an object in it", """{"exclude":[{"id":603}]}"""),
        ("2,001 ids to exclude", $$"""{"exclude":[{{string.Join(',', Enumerable.Repeat('7', 2_001))}}]}"""),
        ("similarTo a list", """{"similarTo":[603]}"""),
        ("similarTo an object", """{"similarTo":{}}"""),
        ("similarTo -1", """{"similarTo":-1}"""),
        ("similarTo 1e3", """{"similarTo":1e3}"""),
        ("similarTo two titles", """{"similarTo":"603,604"}"""),
        ("preferences a list", """{"preferences":[]}"""),
        ("preferences a list of JSON", """{"preferences":["{}"]}"""),
        ("preferences a number", """{"preferences":5}"""),
        ("preferences true", """{"preferences":true}"""),
        ("preferences text that is no JSON", """{"preferences":"abc"}"""),
        ("preferences text with a name twice", """{"preferences":"{\"a\":1,\"a\":2}"}"""),
    ];

    private static readonly (string What, string Query)[] s_heads =
    [
        ("10,000 ids to exclude", "exclude=" + string.Join(',', Enumerable.Range(1, 10_000))),
        ("a head of 11,000 bytes", "x=" + new string('x', 11_000)),
    ];

    public static IEnumerable<BadRequest> All =>
    [
        .. BadRequest.Queries("GET /recommendations", s_queries),
        .. BadRequest.Queries("GET /recommendations", s_ids.Select(id => ($"exclude {id}", $"exclude=603,{Uri.EscapeDataString(id)}"))),
        .. BadRequest.Queries("GET /recommendations", s_ids.Select(id => ($"similarTo {id}", $"similarTo={Uri.EscapeDataString(id)}"))),
        .. BadRequest.Queries("GET /recommendations", s_heads, BadRequest.TooLarge),
        .. BadRequest.Bodies("POST /recommendations", s_bodies),
        .. BadRequest.Bodies("POST /recommendations", s_ids.Select(id => ($"exclude {id}", $$"""{"exclude":["{{id}}"]}"""))),
        .. BadRequest.Bodies("POST /recommendations", PreferencesCases.Documents.Where(row => row.Json.Length < 16_000)
            .Select(row => ($"preferences: {row.What}", $$"""{"preferences":{{row.Json}}}"""))),
        .. BadRequest.Bodies("POST /recommendations",
            [("10,000 ids to exclude", $$"""{"exclude":[{{string.Join(',', Enumerable.Range(1, 10_000))}}]}""")], BadRequest.TooLarge),
    ];
}
