using MovieRec.TestKit.Http;
using MovieRec.TestKit.Requests;

namespace MovieRec.EndToEnd.BadInput;

/// <summary>
/// The user whose record a table of bad requests must leave alone. One serves all cases of a class, since none may change anything; when
/// one did, it fails and the next begins with what is there then.
/// </summary>
public sealed class Victim : IDisposable
{
    public const string Unchanged = "unchanged";

    private ApiClient? _client;
    private string _record = "";

    /// <summary>A client without a token.</summary>
    public ApiClient Anonymous { get; private set; } = null!;

    public async Task<ApiClient> OfAsync(SharedHost host)
    {
        if (_client is not null)
            return _client;
        Anonymous = new ApiClient(host.Address);
        var client = await host.NewUserAsync();
        await StoredRecord.FillAsync(client, "the victim");
        _record = await StoredRecord.OfAsync(client);
        return _client = client;
    }

    /// <summary>What is wrong with the record now: "unchanged" when nothing is, so that it can stand in an expectation beside the answer.</summary>
    public async Task<string> StateAsync()
    {
        var before = _record;
        _record = await StoredRecord.OfAsync(_client!);
        return _record == before ? Unchanged : $"changed from {before} to {_record}";
    }

    public void Dispose()
    {
        _client?.Dispose();
        Anonymous?.Dispose();
    }
}
