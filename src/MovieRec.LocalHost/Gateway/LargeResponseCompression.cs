using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.Options;
using MovieRec.Api.Http;

namespace MovieRec.LocalHost.Gateway;

/// <summary>Compression of JSON responses of some size, as the stage's <c>minimumCompressionSize</c>.</summary>
internal sealed class LargeResponseCompression(IServiceProvider services, IOptions<ResponseCompressionOptions> options)
    : ResponseCompressionProvider(services, options)
{
    public override bool ShouldCompressResponse(HttpContext context) =>
        context.Response.ContentLength >= GatewayCompression.MinBytes && base.ShouldCompressResponse(context);
}
