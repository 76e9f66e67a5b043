using MovieRec.Api.Tests.Hosting;
using MovieRec.TestKit.BadInput;
using MovieRec.TestKit.Requests;

namespace MovieRec.Api.Tests.BadInput;

/// <summary>Bad requests, which get the contract's error, never a 5xx, and leave the caller's stored record unchanged.</summary>
/// <remarks>The service checks every response against the OpenAPI file, which covers the shape of the error body in all cases.</remarks>
public sealed class BadInputTests(BadInputTests.Victim victim) : IClassFixture<BadInputTests.Victim>
{
    /// <summary>Cases by name, without those with long heads, which the gateway rejects (see MovieRec.EndToEnd).</summary>
    private static readonly Dictionary<string, BadRequest> s_cases =
        BadRequests.WithThePools.Where(bad => !bad.HasALongHead).ToDictionary(bad => bad.Name, StringComparer.Ordinal);

    public static TheoryData<string> Names => [.. s_cases.Keys];

    public static TheoryData<string> AllRoutes => [.. Routes.All.Select(route => route.ToString())];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task BadRequest_OfEveryRoute_IsRefusedAndChangesNothing(string name)
    {
        var bad = s_cases[name];
        var response = await victim.Service.SendAsync(bad.Verb.Method, bad.Target, bad.Body ?? [], Victim.Name);
        ($"{response.Status} {response.Code}", await victim.RecordAsync()).ShouldBe((bad.Expected, victim.Before), response.Text);
    }

    [Theory]
    [MemberData(nameof(AllRoutes))]
    public void Route_OfTheTable_HasBadInputCases(string route) => BadRequests.All.ShouldContain(bad => bad.Route == route);

    /// <summary>User whose record must stay unchanged, shared by all cases.</summary>
    public sealed class Victim : IAsyncLifetime
    {
        internal const string Name = "user-victim";

        internal Service Service { get; private set; } = null!;

        internal string Before { get; private set; } = "";

        internal Task<string> RecordAsync() => StoredRecord.GetAsync(path => Service.GetAsync(path, Name));

        public async ValueTask InitializeAsync()
        {
            Service = await Service.StartAsync(SampleTitles.All);
            await StoredRecord.FillAsync((path, body) => Service.PostAsync(path, body, Name), "the victim");
            Before = await RecordAsync();
        }

        public ValueTask DisposeAsync() => Service.DisposeAsync();
    }
}
