using System.Text.Json;

namespace MovieRec.TestKit.Requests;

/// <summary>Requests that look wrong but are valid.</summary>
public static class OddRequests
{
    public static IReadOnlyList<(string Name, string Document)> Preferences { get; } =
    [
        ("nothing", "{}"),
        ("all fields null", """{"favoriteGenres":null,"genreRatings":null,"keywords":null,"minRating":null,"favoritePeople":null,"dealBreakers":null}"""),
        ("all lists empty", """{"favoriteGenres":[],"keywords":[],"moodPreferences":[],"dealBreakers":[],"notInterested":[]}"""),
        ("empty words", """{"favoriteGenres":[""],"keywords":[""," "],"languagePreferences":[""],"favoritePeople":{"actors":[""],"directors":[" "]}}"""),
        ("genres that are none", """{"favoriteGenres":["0","-1","99999999999","1e309","__proto__","🎬"]}"""),
        ("every genre twice", """{"favoriteGenres":["28","28","Action","action"]}"""),
        ("a genre rated by number and by name", """{"genreRatings":{"28":1,"Action":10}}"""),
        ("ratings of fractions", """{"genreRatings":{"28":1.0000000000000001,"12":9.99999999}}"""),
        ("no rating fits", """{"minRating":10,"maxRating":10}"""),
        ("every rating fits", """{"minRating":0,"maxRating":10}"""),
        ("a rating below what a double holds", """{"minRating":1e-400}"""),
        ("no year fits", """{"releaseYearStart":2200,"releaseYearEnd":2200}"""),
        ("years written as fractions", """{"releaseYearStart":1.999e3,"releaseYearEnd":2000.0}"""),
        ("every deal-breaker", """{"dealBreakers":["violence","sexualContent","profanity","slowPace","subtitles"]}"""),
        ("one deal-breaker many times", $$"""{"dealBreakers":[{{string.Join(',', Enumerable.Repeat("\"violence\"", 500))}}]}"""),
        ("unknown languages", """{"languagePreferences":["tlh","??","english","日本語"],"internationalContentPreference":"unknown"}"""),
        ("commas alone for titles", $$"""{"favoriteContent":"{{new string(',', 16_384)}}"}"""),
        ("8,000 titles", $$"""{"favoriteContent":"{{string.Join(',', Enumerable.Repeat('a', 8_000))}}"}"""),
        ("one title of 16,384 letters", $$"""{"favoriteContent":"{{new string('a', 16_384)}}"}"""),
        ("a title of accents alone", """{"favoriteContent":"\u0301\u0301\u0301, \u200b, \ufeff, ﷽"}"""),
        ("words with patterns in them", """{"keywords":["(a+)+$","%_","\\d","'; DROP TABLE users; --","{0}","../.."],"favoritePeople":{"actors":["*","?"]}}"""),
        ("500 words", $$"""{"keywords":[{{string.Join(',', Enumerable.Range(0, 500).Select(i => $"\"word {i}\""))}}]}"""),
        ("100 words of 512 letters", $$"""{"keywords":[{{string.Join(',', Enumerable.Repeat($"\"{new string('a', 512)}\"", 100))}}]}"""),
        ("500 dismissed titles", $$"""{"notInterested":[{{string.Join(',', Enumerable.Range(1, 500).Select(i => $"\"movie#{i}\""))}}]}"""),
        ("empty choices", """{"runtimePreference":"","internationalContentPreference":"","favoriteContent":""}"""),
        ("unknown fields of every type", """{"a":null,"b":[],"c":{"d":[{}]},"e":1e309,"f":-0,"g":"","h":false,"toString":1,"hasOwnProperty":[]}"""),
    ];

    public static IReadOnlyList<string> Titles { get; } =
    [
        "🎬🍿👩‍👩‍👧‍👦🏳️‍🌈", "Amélie e\u0301 Ⅷ ﬁ", "هزار و یک شب", "千と千尋の神隠し",
        "\"quotes\" \\ back\\slash </script><b>", "' OR '1'='1' --",
        "__proto__", "constructor", "null", "a\tb", "line\nbreak", "{{7*7}}${7*7}", "\u200b\u202ehidden", "\uFFFD",
        string.Concat(Enumerable.Repeat("🎬", 256)),
    ];

    /// <summary>Body that adds a title with this name.</summary>
    public static byte[] Favourite(string title) => JsonSerializer.SerializeToUtf8Bytes(new { mediaId = ValidRequests.MediaId, title });
}
