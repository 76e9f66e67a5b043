using MovieRec.Api.Tests.Hosting;
using MovieRec.TestKit.BadInput;
using MovieRec.TestKit.Requests;

namespace MovieRec.Api.Tests.BadInput;

/// <summary>
/// Whatever is sent, the response is the contract's error, never a 5xx, and the caller's stored record is what it was before. (The service
/// holds every response against the OpenAPI file, so the error body's shape is checked in each of these.)
/// </summary>
public sealed class BadInputTests(BadInputTests.Victim victim) : IClassFixture<BadInputTests.Victim>
{
    /// <summary>A long head is the gateway's to reject: see MovieRec.EndToEnd.</summary>
    private static readonly Dictionary<string, BadRequest> s_cases =
        BadRequests.WithThePools.Where(bad => !bad.HasALongHead).ToDictionary(bad => bad.Name, StringComparer.Ordinal);

    public static TheoryData<string> Names => [.. s_cases.Keys];

    public static TheoryData<string> AllRoutes => [.. Routes.All.Select(route => route.ToString())];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task BadRequest_OfEveryRoute_IsRefusedAndChangesNothing(string name)
    {
        var bad = s_cases[name];
        var answer = await victim.Service.SendAsync(bad.Verb.Method, bad.Target, bad.Body ?? [], Victim.Name);
        ($"{answer.Status} {answer.Code}", await victim.RecordAsync()).ShouldBe((bad.Expected, victim.Before), answer.Text);
    }

    [Theory]
    [MemberData(nameof(AllRoutes))]
    public void Route_OfTheTable_HasBadInputCases(string route) => BadRequests.All.ShouldContain(bad => bad.Route == route);

    /// <summary>The user whose record must stay as it is, one for all cases.</summary>
    public sealed class Victim : IAsyncLifetime
    {
        internal const string Name = "user-victim";

        internal Service Service { get; private set; } = null!;

        internal string Before { get; private set; } = "";

        internal Task<string> RecordAsync() => StoredRecord.OfAsync(path => Service.GetAsync(path, Name));

        public async ValueTask InitializeAsync()
        {
            Service = await Service.StartAsync(SampleTitles.All);
            await StoredRecord.FillAsync((path, body) => Service.PostAsync(path, body, Name), "the victim");
            Before = await RecordAsync();
        }

        public ValueTask DisposeAsync() => Service.DisposeAsync();
    }
}
