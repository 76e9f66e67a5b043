using MovieRec.Api;
using MovieRec.EndToEnd.Hosting;
using MovieRec.EndToEnd.Requests;

namespace MovieRec.EndToEnd.BadInput;

/// <summary>
/// Whatever is sent, the answer is the contract's error, never a 5xx, and the caller's stored record is what it was before. (The client
/// holds every answer against the OpenAPI file, so the error body's shape is checked in each of these.)
/// </summary>
public sealed class BadInputTests(SharedHost host, Victim victim) : IClassFixture<Victim>
{
    private static readonly Dictionary<string, BadRequest> s_cases = ((IEnumerable<BadRequest>)
    [
        .. MalformedBodyCases.All, .. BodySizeCases.All, .. AuthCases.All, .. PreferencesCases.All, .. MediaListCases.All,
        .. RecommendationCases.All, .. MediaCases.All,
    ]).ToDictionary(bad => bad.Name, StringComparer.Ordinal);

    public static TheoryData<string> Names => [.. s_cases.Keys];

    public static TheoryData<string> AllRoutes => [.. Routes.All.Select(route => route.ToString())];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task BadRequest_OfEveryRoute_IsRefusedAndChangesNothing(string name)
    {
        var bad = s_cases[name];
        var client = await victim.OfAsync(host);

        var answer = await client.SendAsync(bad.Verb, bad.Target, bad.Body);

        ($"{answer.Status} {answer.Code}", await victim.StateAsync()).ShouldBe((bad.Expected, Victim.Unchanged), answer.Text);
    }

    [Theory]
    [MemberData(nameof(AllRoutes))]
    public void Route_OfTheTable_HasBadInputCases(string route) => s_cases.Values.ShouldContain(bad => bad.Route == route);

    [Fact]
    public void Cases_AllRoutesTogether_AreAtLeast170() => s_cases.Count.ShouldBeGreaterThanOrEqualTo(170);
}
