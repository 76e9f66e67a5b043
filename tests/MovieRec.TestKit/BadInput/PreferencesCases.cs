namespace MovieRec.TestKit.BadInput;

/// <summary>Known preference fields of a wrong type or out of range.</summary>
public static class PreferencesCases
{
    private static readonly string[] s_lists =
    [
        "favoriteGenres", "keywords", "subgenrePreferences", "moodPreferences", "eraPreferences", "languagePreferences",
        "criticalAcclaimPreferences", "aestheticPreferences", "storyStructurePreferences", "characterPreferences", "dealBreakers",
        "contentDiscoveryPreference", "notInterested",
    ];

    private static readonly (string What, string Json)[] s_documents =
    [
        ("a list of 501", $$"""{"keywords":[{{string.Join(',', Enumerable.Repeat("\"a\"", 501))}}]}"""),
        ("a word of 513 characters", $$"""{"keywords":["{{new string('x', 513)}}"]}"""),
        ("a word with a NUL", """{"keywords":["a\u0000b"]}"""),
        ("a word with an escape character", """{"keywords":["\u001b[2J"]}"""),
        ("a list with a null in it", """{"keywords":[null]}"""),
        ("a list with a list in it", """{"keywords":[["a"]]}"""),
        ("genreRatings a list", """{"genreRatings":[5]}"""),
        ("genreRatings a string", """{"genreRatings":"28"}"""),
        ("genreRatings of a string", """{"genreRatings":{"28":"5"}}"""),
        ("genreRatings of null", """{"genreRatings":{"28":null}}"""),
        ("genreRatings of 0", """{"genreRatings":{"28":0}}"""),
        ("genreRatings of 11", """{"genreRatings":{"28":11}}"""),
        ("genreRatings of 1e309", """{"genreRatings":{"28":1e309}}"""),
        ("genreRatings by no genre", """{"genreRatings":{"__proto__":5}}"""),
        ("genreRatings by a negative number", """{"genreRatings":{"-28":5}}"""),
        ("minRating a string", """{"minRating":"7"}"""),
        ("minRating true", """{"minRating":true}"""),
        ("minRating negative", """{"minRating":-0.5}"""),
        ("minRating above 10", """{"minRating":10.5}"""),
        ("minRating 1e309", """{"minRating":1e309}"""),
        ("maxRating an object", """{"maxRating":{}}"""),
        ("maxRating -1e309", """{"maxRating":-1e309}"""),
        ("minRating above maxRating", """{"minRating":8,"maxRating":7}"""),
        ("releaseYearStart a string", """{"releaseYearStart":"1999"}"""),
        ("releaseYearStart before there were films", """{"releaseYearStart":1799}"""),
        ("releaseYearStart a fraction", """{"releaseYearStart":1999.5}"""),
        ("releaseYearEnd far ahead", """{"releaseYearEnd":2201}"""),
        ("releaseYearEnd a list", """{"releaseYearEnd":[2000]}"""),
        ("releaseYearStart after releaseYearEnd", """{"releaseYearStart":2001,"releaseYearEnd":2000}"""),
        ("dealBreakers unknown", """{"dealBreakers":["boredom"]}"""),
        ("dealBreakers in another case", """{"dealBreakers":["Violence"]}"""),
        ("contentDiscoveryPreference unknown", """{"contentDiscoveryPreference":["hidden gems"]}"""),
        ("runtimePreference unknown", """{"runtimePreference":"endless"}"""),
        ("runtimePreference a list", """{"runtimePreference":["short"]}"""),
        ("runtimePreference a number", """{"runtimePreference":90}"""),
        ("internationalContentPreference a number", """{"internationalContentPreference":1}"""),
        ("internationalContentPreference of 513 characters", $$"""{"internationalContentPreference":"{{new string('x', 513)}}"}"""),
        ("favoriteContent a list", """{"favoriteContent":["Alien"]}"""),
        ("favoriteContent of 16,385 characters", $$"""{"favoriteContent":"{{new string('x', 16_385)}}"}"""),
        ("favoriteContent with a control character", """{"favoriteContent":"Alien\u0008"}"""),
        ("favoritePeople a list", """{"favoritePeople":["Ann"]}"""),
        ("favoritePeople a string", """{"favoritePeople":"Ann"}"""),
        ("actors a string", """{"favoritePeople":{"actors":"Ann"}}"""),
        ("directors a list of numbers", """{"favoritePeople":{"directors":[5]}}"""),
        ("directors a list of 501", $$$"""{"favoritePeople":{"directors":[{{{string.Join(',', Enumerable.Repeat("\"a\"", 501))}}}]}}"""),
        ("questionnaireCompleted a string", """{"questionnaireCompleted":"yes"}"""),
        ("questionnaireCompleted 1", """{"questionnaireCompleted":1}"""),
        ("notInterested a bare id", """{"notInterested":["603"]}"""),
        ("notInterested of another kind", """{"notInterested":["film#603"]}"""),
        ("notInterested with a leading zero", """{"notInterested":["movie#0603"]}"""),
        ("one bad field among good ones", """{"keywords":["a"],"favoriteGenres":["28"],"minRating":99}"""),
    ];

    private static readonly (string What, string Query)[] s_readQueries = [("a head of 11,000 bytes", "x=" + new string('x', 11_000))];

    public static IEnumerable<(string What, string Json)> Documents => s_lists.SelectMany(list => ((string, string)[])
    [
        ($"{list} a string", $$"""{"{{list}}":"a"}"""),
        ($"{list} an object", $$$"""{"{{{list}}}":{"0":"a"}}"""),
        ($"{list} a list of numbers", $$"""{"{{list}}":[28]}"""),
    ]).Concat(s_documents);

    public static IEnumerable<BadRequest> All =>
    [
        .. BadRequest.Bodies("POST /user/preferences", Documents),
        .. BadRequest.Queries("GET /user/preferences", s_readQueries, BadRequest.TooLarge),
    ];
}
