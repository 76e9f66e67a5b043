using MovieRec.Api.Callers;
using MovieRec.Api.Http;

namespace MovieRec.Api.Preferences;

/// <summary><c>/user/preferences</c>: GET reads the caller's document, POST replaces it.</summary>
public sealed class UserPreferencesFunction(IPreferencesStore store, TimeProvider clock) : IProtectedFunction
{
    private static readonly Failure s_none = new(FailureCode.PreferencesNotFound, "No preferences found");

    public Task<ApiResponse> HandleAsync(ApiRequest request, Caller caller, CancellationToken cancellationToken) =>
        request.Verb == "POST" ? SaveAsync(request, caller, cancellationToken) : ReadAsync(request, caller, cancellationToken);

    private async Task<ApiResponse> ReadAsync(ApiRequest request, Caller caller, CancellationToken cancellationToken) =>
        await store.FindAsync(caller.UserId, cancellationToken) is { } preferences
            ? Responses.Json(PreferencesDocument.Response(caller.UserId, preferences))
            : Responses.Failure(s_none, request.RequestId);

    private async Task<ApiResponse> SaveAsync(ApiRequest request, Caller caller, CancellationToken cancellationToken)
    {
        if (!StrictJson.ReadObject(request.Body).Succeeded(out var body, out var failure))
            return Responses.Failure(failure, request.RequestId);
        if (PreferencesRules.Check(body) is { } invalid)
            return Responses.Failure(invalid, request.RequestId);

        var now = Timestamps.ToMilliseconds(clock.GetUtcNow());
        await store.SaveAsync(caller.UserId, new StoredPreferences(PreferencesDocument.Strip(body), now), cancellationToken);
        return Responses.Json(
            new PreferencesSavedBody("Preferences saved.", caller.UserId, Timestamps.Text(now)), PreferencesJson.Default.PreferencesSavedBody);
    }
}
