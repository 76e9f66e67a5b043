using MovieRec.Api.Http;

namespace MovieRec.Api.Functions;

/// <summary>Adapter that verifies the access token and calls a protected function with the caller it names.</summary>
public sealed class AuthenticatedFunction(IAuthenticatedFunction function, ITokenVerifier tokens) : IFunction
{
    public async Task<ApiResponse> HandleAsync(ApiRequest request, CancellationToken cancellationToken)
    {
        if (BearerToken.Parse(request.Headers.GetValueOrDefault("Authorization")) is not { } token)
            return Responses.Failure(GatewayFailures.Unauthorized, request.RequestId);
        var outcome = await tokens.VerifyAsync(token, cancellationToken);
        return outcome.Succeeded(out var caller, out var failure)
            ? await function.HandleAsync(request, caller, cancellationToken)
            : Responses.Failure(failure, request.RequestId);
    }
}
