using System.Text;
using MovieRec.TestKit.Requests;

namespace MovieRec.EndToEnd.BadInput;

/// <summary>Valid but unusual preferences, which are saved and still give recommendations.</summary>
public sealed class OddPreferencesTests(SharedHost host, Victim user) : IClassFixture<Victim>
{
    public static TheoryData<string> Names => [.. OddRequests.Preferences.Select(row => row.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task OddPreferences_Saved_StillGetRecommendations(string what)
    {
        var document = OddRequests.Preferences.Single(row => row.Name == what).Document;
        // One user serves all cases, because each document replaces the one before.
        var client = await user.GetAsync(host);
        var saved = await client.SendAsync(HttpMethod.Post, "/user/preferences", Encoding.UTF8.GetBytes(document));
        saved.Status.ShouldBe(200, $"{what}: {saved.Text}");
        (await client.GetAsync("/user/preferences")).Status.ShouldBe(200, what);
        foreach (var query in (string[])["", "?limit=50&mediaType=tv", "?seed=-2147483648", "?similarTo=603", "?preferences=%7B%7D"])
            (await client.GetAsync($"/recommendations{query}")).Status.ShouldBe(200, $"{what} {query}");
    }
}
