using MovieRec.TestKit.BadInput;

namespace MovieRec.EndToEnd.BadInput;

/// <summary>Bad requests over HTTP: one per route and error, and all cases that depend on the gateway.</summary>
/// <remarks>The gateway decodes parameters, takes the last of two, and has limits of its own. MovieRec.Api.Tests runs the whole table
/// against the functions.</remarks>
public sealed class BadInputTests(SharedHost host, Victim victim) : IClassFixture<Victim>
{
    private const string Origin = "http://localhost:3000";

    private static readonly Dictionary<string, BadRequest> s_cases = BadRequests.WithThePools
        .DistinctBy(bad => (bad.Route, bad.Expected))
        .Union(BadRequests.All.Where(bad => bad.Expected == BadRequest.TooLarge || bad.Query.AsSpan().ContainsAny('%', '&')))
        .ToDictionary(bad => bad.Name, StringComparer.Ordinal);

    public static TheoryData<string> Names => [.. s_cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task BadRequest_OfEveryRoute_IsRefusedAndChangesNothing(string name)
    {
        var bad = s_cases[name];
        var client = await victim.GetAsync(host);

        var response = await client.SendAsync(bad.Verb, bad.Target, bad.Body, ("Origin", Origin));

        ($"{response.Status} {response.Code}", await victim.StateAsync()).ShouldBe((bad.Expected, Victim.Unchanged), response.Text);
        response.Header("Access-Control-Allow-Origin").ShouldBe(Origin);
        response.Header("Access-Control-Allow-Credentials").ShouldBe("true");
        response.Header("Cache-Control").ShouldBe("no-store");
        response.Json.GetProperty("requestId").GetString().ShouldBe(response.Header("x-amzn-RequestId").ShouldNotBeNull());
    }
}
