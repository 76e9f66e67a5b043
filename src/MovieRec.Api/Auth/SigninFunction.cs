using MovieRec.Api.Functions;
using MovieRec.Api.Http;
using MovieRec.Api.Input;

namespace MovieRec.Api.Auth;

/// <summary><c>POST /auth/signin</c>: exchanges an email and a password for tokens.</summary>
public sealed class SigninFunction(IUserPool pool) : IFunction
{
    public async Task<ApiResponse> HandleAsync(ApiRequest request, CancellationToken cancellationToken)
    {
        if (!StrictJson.ReadObject(request.Body).Succeeded(out var body, out var failure))
            return Responses.Failure(failure, request.RequestId);
        var fields = new BodyReader(body);
        var email = Credentials.Email(fields);
        var password = Credentials.Password(fields);
        if (fields.Failure is { } invalid)
            return Responses.Failure(invalid, request.RequestId);

        var outcome = await pool.SignInAsync(email, password, cancellationToken);
        return outcome.Succeeded(out var tokens, out failure)
            ? Responses.Json(
                new SigninBody(tokens.AccessToken, tokens.IdToken, tokens.RefreshToken, tokens.ExpiresIn, "Bearer", email),
                AuthJson.Default.SigninBody)
            : Responses.Failure(failure, request.RequestId);
    }
}
