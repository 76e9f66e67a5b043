using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using MovieRec.Api.Auth;
using MovieRec.Api.Http;
using MovieRec.Api.Media;
using MovieRec.Api.MediaLists;
using MovieRec.Api.Preferences;
using MovieRec.Api.Recommendations;

namespace MovieRec.Api.Tests.Http;

/// <summary>Serialization of every contract through the context that ships.</summary>
/// <remarks>Under AOT, a member that the context does not know would silently be lost.</remarks>
public sealed class WireContractTests
{
    private static readonly MediaListItem s_item =
        new("603", "603", "movie", "The \"Matrix\" é 🎬", "/p.jpg", null, "1999-03-30", 8.2, 85.5, [28, 878], "Overview",
            "2026-11-22T10:00:00.000Z");

    public static TheoryData<string, object, JsonTypeInfo> Contracts => new()
    {
        { "error", new ErrorBody("Because.", "InternalError", "r1", new Dictionary<string, string> { ["a"] = "b" }),
            ErrorJson.Default.ErrorBody },
        { "message", new MessageBody("Done."), ErrorJson.Default.MessageBody },
        { "signin", new SigninBody("a", "i", "r", 3600, "Bearer", "e"), AuthJson.Default.SigninBody },
        { "signup", new SignupBody("m", "sub"), AuthJson.Default.SignupBody },
        { "confirmed", new ConfirmedBody("m", "e"), AuthJson.Default.ConfirmedBody },
        { "refresh", new RefreshBody("a", "i", 3600, "r"), AuthJson.Default.RefreshBody },
        { "preferences saved", new PreferencesSavedBody("m", "u", "t"), PreferencesJson.Default.PreferencesSavedBody },
        { "list", new MediaListBody([s_item], "next"), MediaListJson.Default.MediaListBody },
        { "added", new MediaAddedBody("m", s_item), MediaListJson.Default.MediaAddedBody },
        {
            "media",
            new MediaBody(
                [new MediaItem(1399, "tv", "T", "T", "O", "V", "/p", "/b", "2011", "2011", [18], 8.4, 10, 99.5, "en")], 1, 2, 30, "popular",
                "both", "cache"),
            MediaJson.Default.MediaBody
        },
        {
            "recommendations",
            new RecommendationsBody(
                [new RecommendedItem(
                    "1", "1", "tv", "T", "V", "/p", "/b", "2011", 8, 9, "18|80", [18, 80], 77.5, "Because.", [new("genre", "Crime", "2")],
                    1.5)],
                "personalized", JsonDocument.Parse("""{"keywords":["a"]}""").RootElement, new RecommendationsMetadata(5, 1.5, "v", "m", FallbackUsed: false)),
            RecommendationsJson.Default.RecommendationsBody
        },
    };

    [Theory]
    [MemberData(nameof(Contracts))]
    public void Contract_ThroughItsContext_RoundTrips(string name, object value, JsonTypeInfo type)
    {
        name.ShouldNotBeEmpty();
        var json = JsonSerializer.Serialize(value, type);
        var again = JsonSerializer.Serialize(JsonSerializer.Deserialize(json, type), type);
        again.ShouldBe(json);
        var empty = JsonDocument.Parse(json).RootElement.EnumerateObject().Where(field => field.Value.ValueKind == JsonValueKind.Null);
        empty.ShouldBeEmpty("each field of the sample has a value, so a null is a member that was lost");
    }

    [Fact]
    public void Text_BeyondAscii_IsSentAsItIs() =>
        Encoding.UTF8.GetString(WireJson.Write(s_item, MediaListJson.Default.MediaListItem).Span).ShouldContain("""The \"Matrix\" é""");
}
