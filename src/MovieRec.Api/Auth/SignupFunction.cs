using System.Text.Json;
using MovieRec.Api.Functions;
using MovieRec.Api.Http;
using MovieRec.Api.Input;

namespace MovieRec.Api.Auth;

/// <summary><c>POST /auth/signup</c>: creates an account, confirms it, or sends a new code.</summary>
/// <remarks>The body selects: <c>{email, password}</c>, <c>{email, code}</c> or <c>{email, resend: true}</c>.</remarks>
public sealed class SignupFunction(IUserPool pool) : IFunction
{
    private const int CodeLength = 32;

    public Task<ApiResponse> HandleAsync(ApiRequest request, CancellationToken cancellationToken)
    {
        if (!StrictJson.ReadObject(request.Body).Succeeded(out var body, out var failure))
            return Task.FromResult(Responses.Failure(failure, request.RequestId));
        var fields = new BodyReader(body);
        if (fields.Has("code"))
            return ConfirmAsync(request, fields, cancellationToken);
        return fields.Find(["resend"], out _, out var resend)
            ? ResendAsync(request, fields, resend, cancellationToken)
            : CreateAsync(request, fields, cancellationToken);
    }

    private async Task<ApiResponse> CreateAsync(ApiRequest request, BodyReader fields, CancellationToken cancellationToken)
    {
        var email = Credentials.Email(fields);
        var password = Credentials.Password(fields);
        if (fields.Failure is { } invalid)
            return Responses.Failure(invalid, request.RequestId);
        var outcome = await pool.SignUpAsync(email, password, cancellationToken);
        return outcome.Succeeded(out var userSub, out var failure)
            ? Responses.Json(
                new SignupBody("Account created. Check your mail for the verification code.", userSub), AuthJson.Default.SignupBody)
            : Responses.Failure(failure, request.RequestId);
    }

    private async Task<ApiResponse> ConfirmAsync(ApiRequest request, BodyReader fields, CancellationToken cancellationToken)
    {
        var email = Credentials.Email(fields);
        var code = fields.RequiredText(CodeLength, "code").Trim();
        if (fields.Failure is { } invalid)
            return Responses.Failure(invalid, request.RequestId);
        return await pool.ConfirmSignUpAsync(email, code, cancellationToken) is { } failure
            ? Responses.Failure(failure, request.RequestId)
            : Responses.Json(new ConfirmedBody("Account verified. You can sign in now.", email), AuthJson.Default.ConfirmedBody);
    }

    private async Task<ApiResponse> ResendAsync(
        ApiRequest request, BodyReader fields, JsonElement resend, CancellationToken cancellationToken)
    {
        var email = Credentials.Email(fields);
        if (resend.ValueKind != JsonValueKind.True)
            fields.AddError("resend", "must be true where it is given");
        if (fields.Failure is { } invalid)
            return Responses.Failure(invalid, request.RequestId);
        return await pool.ResendConfirmationCodeAsync(email, cancellationToken) is { } failure
            ? Responses.Failure(failure, request.RequestId)
            : Responses.Message("If this account exists and is not verified yet, a new code is on its way.");
    }
}
