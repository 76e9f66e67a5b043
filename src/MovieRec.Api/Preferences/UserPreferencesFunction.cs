using MovieRec.Api.Functions;
using MovieRec.Api.Http;
using MovieRec.Api.Input;
using MovieRec.Api.Outcomes;

namespace MovieRec.Api.Preferences;

/// <summary><c>/user/preferences</c>: GET reads the caller's document, POST replaces it, with <c>If-Match</c> only if unchanged.</summary>
public sealed class UserPreferencesFunction(IPreferencesStore store, TimeProvider clock) : IAuthenticatedFunction
{
    private static readonly Failure s_none = new(FailureCode.PreferencesNotFound, "No preferences found");
    private static readonly Failure s_changed =
        new(FailureCode.PreconditionFailed, "Your preferences have changed since you read them: read them again.");

    public Task<ApiResponse> HandleAsync(ApiRequest request, Caller caller, CancellationToken cancellationToken) =>
        request.Method == "POST" ? SaveAsync(request, caller, cancellationToken) : ReadAsync(request, caller, cancellationToken);

    private async Task<ApiResponse> ReadAsync(ApiRequest request, Caller caller, CancellationToken cancellationToken)
    {
        var preferences = await store.FindAsync(caller.UserId, cancellationToken);
        var response = preferences is null
            ? Responses.Failure(s_none, request.RequestId)
            : Responses.Json(PreferencesDocument.Response(caller.UserId, preferences));
        // A user without a document gets a tag too, because two devices may both save the first one.
        return WithTag(response, caller, preferences);
    }

    private async Task<ApiResponse> SaveAsync(ApiRequest request, Caller caller, CancellationToken cancellationToken)
    {
        if (!StrictJson.ReadObject(request.Body).Succeeded(out var body, out var failure))
            return Responses.Failure(failure, request.RequestId);
        if (PreferencesRules.Check(body) is { } invalid)
            return Responses.Failure(invalid, request.RequestId);

        var now = Timestamps.ToMilliseconds(clock.GetUtcNow());
        var preferences = new StoredPreferences(PreferencesDocument.Strip(body), now);
        if (!request.Headers.TryGetValue("If-Match", out var condition))
            await store.SaveAsync(caller.UserId, preferences, cancellationToken);
        else if (!await ReplaceAsync(caller, condition, preferences, cancellationToken))
            return Responses.Failure(s_changed, request.RequestId);
        var response = Responses.Json(
            new PreferencesSavedBody("Preferences saved.", caller.UserId, Timestamps.Text(now)),
            PreferencesJson.Default.PreferencesSavedBody);
        return WithTag(response, caller, preferences);
    }

    private async Task<bool> ReplaceAsync(
        Caller caller, string condition, StoredPreferences preferences, CancellationToken cancellationToken)
    {
        var current = await store.FindAsync(caller.UserId, cancellationToken);
        return EntityTag.Matches(condition, PreferencesDocument.ComputeTag(caller.UserId, current), exists: current is not null)
            && await store.ReplaceAsync(caller.UserId, current, preferences, cancellationToken);
    }

    private static ApiResponse WithTag(ApiResponse response, Caller caller, StoredPreferences? preferences) =>
        response with { Headers = [.. response.Headers, EntityTag.Field(PreferencesDocument.ComputeTag(caller.UserId, preferences))] };
}
