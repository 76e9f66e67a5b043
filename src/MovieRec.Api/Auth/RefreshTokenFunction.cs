using MovieRec.Api.Functions;
using MovieRec.Api.Http;
using MovieRec.Api.Input;

namespace MovieRec.Api.Auth;

/// <summary><c>POST /auth/refresh</c>: exchanges a refresh token for new access and ID tokens.</summary>
public sealed class RefreshTokenFunction(IUserPool pool) : IFunction
{
    private const int TokenLength = 8 * 1024;

    public async Task<ApiResponse> HandleAsync(ApiRequest request, CancellationToken cancellationToken)
    {
        if (!StrictJson.ReadObject(request.Body).Succeeded(out var body, out var failure))
            return Responses.Failure(failure, request.RequestId);
        var fields = new BodyReader(body);
        var refreshToken = fields.RequiredText(TokenLength, "refreshToken");
        if (fields.Failure is { } invalid)
            return Responses.Failure(invalid, request.RequestId);

        var outcome = await pool.RefreshAsync(refreshToken, cancellationToken);
        return outcome.Succeeded(out var tokens, out failure)
            ? Responses.Json(
                new RefreshBody(tokens.AccessToken, tokens.IdToken, tokens.ExpiresIn, tokens.RefreshToken), AuthJson.Default.RefreshBody)
            : Responses.Failure(failure, request.RequestId);
    }
}
